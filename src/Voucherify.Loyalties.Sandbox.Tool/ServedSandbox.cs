using System.Net;
using Voucherify.Loyalties.Sandbox.Hosting;
using Voucherify.Loyalties.Sandbox.Tool.Control;
using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Sandbox.Tool;

/// <summary>A sandbox for other programs: over HTTP, with the control API beside the imitated one.</summary>
internal sealed class ServedSandbox : IControlledSandbox, IAsyncDisposable
{
    private readonly SandboxStart _start;
    private volatile SandboxComposition _parts;
    private KestrelHost? _host;

    private ServedSandbox(SandboxStart start)
    {
        _start = start;
        _parts = start.Begin();
    }

    public Uri BaseAddress => _host!.Address;

    // The sandbox puts it into links to files, and a client cannot connect to "any address".
    private Uri OwnAddress => IPAddress.TryParse(BaseAddress.Host.Trim('[', ']'), out var address)
        && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(BaseAddress) { Host = "localhost" }.Uri
            : BaseAddress;

    public SandboxV1 V1 => _parts.V1;

    public SandboxV2 V2 => _parts.V2;

    public IReadOnlyList<SandboxJournalEntry> Journal
    {
        get
        {
            var parts = _parts;
            return parts.Engine.Run(_ => parts.Ledgers.Journal.ToSnapshot());
        }
    }

    public IReadOnlyDictionary<string, int> Requests => _parts.Engine.Requests();

    public SandboxFaults Faults
    {
        get => _parts.Engine.Faults;
        set => _parts.Engine.Faults = value;
    }

    public DateTimeOffset Now => _parts.Engine.Run(static now => now);

    /// <exception cref="SandboxSeedException">The seed is invalid.</exception>
    /// <exception cref="IOException">The port or the data file is in use.</exception>
    public static async Task<ServedSandbox> StartAsync(
        LoyaltySandboxOptions options, ServedOptions served, CancellationToken cancellationToken)
    {
        var start = new SandboxStart(options, served);
        try
        {
            var sandbox = new ServedSandbox(start);
            var control = new ControlApi(new ControlAccess(served.ControlToken, served.AllowedHosts), sandbox);
            sandbox._host = await KestrelHost.StartAsync(
                new KestrelApplication(() => sandbox._parts.Engine, control),
                new IPEndPoint(served.Address, options.Port),
                cancellationToken);
            sandbox._parts.Address.Value = sandbox.OwnAddress;
            return sandbox;
        }
        catch
        {
            start.Dispose();
            throw;
        }
    }

    public DateTimeOffset AdvanceClock(TimeSpan by)
    {
        var now = _parts.Engine.AdvanceClock(by);
        _start.Data?.Advanced(by, now);
        return now;
    }

    public SandboxSeedResult Seed(string json) => _start.Seed(_parts, json);

    /// <summary>Starts over. Requests that are under way change only the old state, which is no longer visible.</summary>
    public void Reset()
    {
        // Requests to the old state must no longer be recorded.
        _parts.Engine.WriteTo(null);
        var parts = _start.BeginAnew();
        parts.Address.Value = OwnAddress;
        _parts = parts;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _start.Dispose();
    }
}
