using System.Net;
using Voucherify.Loyalties.Sandbox.Hosting;
using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Sandbox;

/// <summary>
/// A local Voucherify that keeps a ledger: loyalty cards, their points, and what happened to them. <see cref="StartAsync"/> starts it
/// on a loopback port, <see cref="Create"/> keeps it in memory. <see cref="CreateHandler"/> reaches both without a socket. Unknown
/// cards are 404: add them to <see cref="V1"/> first.
/// </summary>
/// <remarks>Thread-safe. Requests are executed one at a time.</remarks>
public sealed class LoyaltySandbox : IAsyncDisposable
{
    private static readonly Uri InMemoryAddress = new("http://localhost/");

    private readonly LoyaltySandboxOptions _options;
    private readonly SandboxComposition _parts;
    private readonly KestrelHost? _host;

    private LoyaltySandbox(LoyaltySandboxOptions options, SandboxComposition parts, KestrelHost? host)
    {
        _options = options;
        _parts = parts;
        _host = host;
        _parts.Address.Value = BaseAddress;
    }

    /// <summary>The address of the sandbox: the loopback port, or <c>http://localhost/</c> if there is none.</summary>
    public Uri BaseAddress => _host?.Address ?? InMemoryAddress;

    /// <summary>
    /// Every effect that was applied, in the order in which they were applied. A list that was read does not change, and reading it
    /// costs the same however long it is. It has neither opening balances nor effects that were accepted but are not yet applied.
    /// </summary>
    public IReadOnlyList<SandboxJournalEntry> Journal => _parts.Engine.Run(_ => _parts.Ledgers.Journal.ToSnapshot());

    /// <summary>Adds to the v1 API what a test needs, and reads it: campaigns, cards, rewards and orders.</summary>
    public SandboxV1 V1 => _parts.V1;

    /// <summary>Adds to the v2 API what a test needs, and reads it: programs, members and their cards.</summary>
    public SandboxV2 V2 => _parts.V2;

    /// <summary>
    /// How the sandbox misbehaves from the next request on. Never null: no faults is <c>new SandboxFaults()</c>. Default:
    /// <see cref="LoyaltySandboxOptions.Faults"/>.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public SandboxFaults Faults
    {
        get => _parts.Engine.Faults;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _parts.Engine.Faults = value;
        }
    }

    /// <summary>
    /// A copy of how many requests clients have sent, by method and route, such as
    /// <c>POST /v1/loyalties/members/{memberId}/balance</c>. It includes requests that a fault lost or answered, but not connections
    /// that a fault refused.
    /// </summary>
    public IReadOnlyDictionary<string, int> Requests => _parts.Engine.Requests();

    /// <summary>
    /// Adds what a seed describes: programs with their earning rules, rewards, tiers and members, and for v1 campaigns, rewards and cards.
    /// All of it is added, or nothing. The package <c>voucherify-sandbox</c> has the JSON schema of the format.
    /// </summary>
    /// <param name="json">The seed, as JSON.</param>
    /// <exception cref="SandboxSeedException">The seed is invalid, or has something that the sandbox has already.</exception>
    public SandboxSeedResult Seed(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return SeedLoader.Load(_parts, json);
    }

    /// <summary>Creates a sandbox and serves it on a loopback port until it is disposed.</summary>
    /// <param name="options">The settings, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentException">A setting is invalid.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<LoyaltySandbox> StartAsync(
        LoyaltySandboxOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options = Validated(options);
        var parts = new SandboxComposition(options);
        var application = new KestrelApplication(() => parts.Engine);
        var host = await KestrelHost.StartAsync(application, new IPEndPoint(IPAddress.Loopback, options.Port), cancellationToken)
            .ConfigureAwait(false);
        return new LoyaltySandbox(options, parts, host);
    }

    /// <summary>
    /// Creates a sandbox that only <see cref="CreateHandler"/> reaches. <see cref="LoyaltySandboxOptions.Port"/> is ignored.
    /// </summary>
    /// <param name="options">The settings, or null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is invalid.</exception>
    public static LoyaltySandbox Create(LoyaltySandboxOptions? options = null)
    {
        options = Validated(options);
        return new LoyaltySandbox(options, new SandboxComposition(options), host: null);
    }

    /// <summary>
    /// Creates the options of a client for this sandbox: its address, its key, its clock, and its
    /// <see cref="LoyaltySandboxOptions.ApplyLag"/> as <see cref="OrderingOptions.SettleDelay"/>. A client of a sandbox without a port
    /// also needs <see cref="CreateHandler"/>: <c>new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler())</c>.
    /// </summary>
    public LoyaltyClientOptions CreateClientOptions() => new()
    {
        Cluster = VoucherifyCluster.Dedicated(BaseAddress),
        Credentials = LoyaltyCredentials.ApiKey(_options.AppId, _options.AppToken),
        TimeProvider = _options.TimeProvider,
        Ordering = new OrderingOptions { SettleDelay = _options.ApplyLag },
    };

    /// <summary>
    /// Creates a handler for <see cref="HttpClient"/> that serves this sandbox on the calling thread, without a socket, a timer or
    /// another thread. Only a response that <see cref="Faults"/> delay comes later, by the sandbox's clock. The handler serves every
    /// host name.
    /// </summary>
    public HttpMessageHandler CreateHandler() => new InMemoryHandler(_parts.Engine, _options.TimeProvider);

    /// <summary>Stops listening. The handlers keep working, because they need no port.</summary>
    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static LoyaltySandboxOptions Validated(LoyaltySandboxOptions? options)
    {
        options ??= new LoyaltySandboxOptions();
        return options.FindProblem() is { } problem ? throw new ArgumentException(problem + ".", nameof(options)) : options;
    }
}
