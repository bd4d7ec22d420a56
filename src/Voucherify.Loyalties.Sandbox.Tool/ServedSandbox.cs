using System.Net;
using Voucherify.Loyalties.Sandbox.Tool.Control;
using Voucherify.Loyalties.Sandbox.Hosting;
using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Sandbox.Tool;

/// <summary>A sandbox for other programs: over HTTP, with the control API beside the imitated one. The tool is made of it.</summary>
internal sealed class ServedSandbox : IControlledSandbox, IAsyncDisposable
{
    private readonly LoyaltySandboxOptions _options;
    private readonly SandboxFaults _firstFaults;
    private readonly string? _seed;
    private volatile SandboxComposition _parts;
    private KestrelHost? _host;

    private ServedSandbox(LoyaltySandboxOptions options, string? seed)
    {
        _options = options;
        _firstFaults = options.Faults.Copy();
        _seed = seed;
        _parts = Compose();
    }

    public Uri BaseAddress => _host!.Address;

    // The sandbox names it in links to files, and nobody can connect to "any address".
    private Uri OwnAddress => IPAddress.TryParse(BaseAddress.Host.Trim('[', ']'), out var address)
        && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(BaseAddress) { Host = "localhost" }.Uri
            : BaseAddress;

    public SandboxV1 V1 => _parts.V1;

    public SandboxV2 V2 => _parts.V2;

    public IReadOnlyList<SandboxJournalEntry> Journal => _parts.Engine.Run(_ => _parts.Ledgers.Journal.ToSnapshot());

    public IReadOnlyDictionary<string, int> Requests => _parts.Engine.Requests();

    public SandboxFaults Faults
    {
        get => _parts.Engine.Faults;
        set => _parts.Engine.Faults = value;
    }

    public DateTimeOffset Now => _parts.Engine.Run(static now => now);

    /// <exception cref="SandboxSeedException">The seed is invalid.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<ServedSandbox> StartAsync(
        LoyaltySandboxOptions options, ServedOptions served, CancellationToken cancellationToken)
    {
        var sandbox = new ServedSandbox(options, served.Seed);
        var control = new ControlApi(new ControlAccess(served.ControlToken, served.AllowedHosts), sandbox);
        sandbox._host = await KestrelHost.StartAsync(
            new KestrelApplication(() => sandbox._parts.Engine, control),
            new IPEndPoint(served.Address, options.Port),
            cancellationToken).ConfigureAwait(false);
        sandbox._parts.Address.Value = sandbox.OwnAddress;
        return sandbox;
    }

    public DateTimeOffset AdvanceClock(TimeSpan by) => _parts.Engine.AdvanceClock(by);

    public SandboxSeedResult Seed(string json) => SeedLoader.Load(_parts, json);

    /// <summary>Begins anew: requests that are under way end in the old state, which nobody sees any more.</summary>
    public void Reset()
    {
        var parts = Compose();
        parts.Address.Value = OwnAddress;
        _parts = parts;
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    private SandboxComposition Compose()
    {
        var parts = new SandboxComposition(_options);
        parts.Engine.Faults = _firstFaults.Copy();
        if (_seed is not null)
        {
            SeedLoader.Load(parts, _seed);
        }

        return parts;
    }
}
