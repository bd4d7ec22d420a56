using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>The real client on the sandbox in memory, both on one clock that the test steps.</summary>
internal sealed class SandboxRig : IDisposable
{
    public const string Card = "CARD";

    private static readonly SandboxFault[] NoFaults = [];

    private readonly Action<LoyaltyClientOptions>? _configure;
    private int _seed;

    public SandboxRig(
        TimeSpan? applyLag = null, Action<LoyaltyClientOptions>? configure = null, SandboxPolicy repeatedSourceId = SandboxPolicy.Accept)
    {
        Sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions
        {
            TimeProvider = Clock,
            ApplyLag = applyLag ?? TimeSpan.Zero,
            V1 = new SandboxV1Options { RepeatedSourceId = repeatedSourceId },
        });
        Sandbox.V1.AddCard(Card, points: 1000);
        Sandbox.V1.AddCard("OTHER", points: 1000);
        _configure = configure;
        Client = NewClient();
    }

    public SteppingClock Clock { get; } = new();

    public LoyaltySandbox Sandbox { get; }

    public LoyaltyClient Client { get; private set; }

    /// <summary>The balance POSTs that the service saw.</summary>
    public int Posts =>
        Sandbox.Requests.Where(static pair => pair.Key.StartsWith("POST", StringComparison.Ordinal)).Sum(static pair => pair.Value);

    /// <summary>The lookups that the service saw.</summary>
    public int Lookups =>
        Sandbox.Requests.Where(static pair => pair.Key.StartsWith("GET", StringComparison.Ordinal)).Sum(static pair => pair.Value);

    /// <summary>The committed effects on the card, whatever the client reports.</summary>
    public IReadOnlyList<string> Effects =>
        [.. Sandbox.Journal.Where(static entry => entry.CardCode == Card).Select(static entry => $"{entry.SourceId}:{entry.Points}")];

    public Task<BalanceResult> AdjustAsync(
        string sourceId,
        long points = 100,
        SandboxFault[]? faults = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default,
        string card = Card)
    {
        foreach (var fault in faults ?? NoFaults)
        {
            Sandbox.Faults.Next(fault);
        }

        return Client.V1.Members.AdjustBalanceAsync(
            card,
            new AdjustBalanceRequest { Points = points, SourceId = sourceId },
            options: timeout is null ? null : new RequestOptions { Timeout = timeout },
            cancellationToken: cancellationToken);
    }

    public Task<BalanceResult> OnceAsync(
        string sourceId,
        long points = 100,
        AdjustOnceOptions? once = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Client.V1.Members.AdjustBalanceOnceAsync(
            Card, new AdjustBalanceRequest { Points = points, SourceId = sourceId }, once, default, options, cancellationToken);

    public Task<BalanceResult> ResumeAsync(
        string sourceId,
        long points = 100,
        PriorAttempt? prior = null,
        TimeSpan? timeout = null,
        ResumeOptions? resume = null,
        string card = Card) =>
        Client.V1.Members.ResumeAdjustmentAsync(
            card,
            new AdjustBalanceRequest { Points = points, SourceId = sourceId },
            resume ?? new ResumeOptions { Prior = prior ?? PriorAttempt.Unknown },
            options: timeout is null ? null : new RequestOptions { Timeout = timeout });

    /// <summary>Strikes the next write, whatever is looked up before it.</summary>
    public void Strike(SandboxFault fault)
    {
        Sandbox.Faults.AppliesTo = SandboxFaultTargets.Writes;
        Sandbox.Faults.Next(fault);
    }

    /// <summary>Loses the connection of the next write, whose request reaches the service after a delay.</summary>
    public void DeliverLate(TimeSpan delay)
    {
        Sandbox.Faults.MinLateDelivery = Sandbox.Faults.MaxLateDelivery = delay;
        Strike(SandboxFault.DeliverLate);
    }

    /// <summary>Replaces the client by a new one, as after a crash.</summary>
    public void Restart()
    {
        Client.Dispose();
        Client = NewClient();
    }

    public T Run<T>(T call)
        where T : Task => Clock.RunToEnd(call);

    public void Dispose() => Client.Dispose();

    private LoyaltyClient NewClient() =>
        TestClientBuilder.ForSandbox(Sandbox).Configure(Configure).WithHandler(Sandbox.CreateHandler()).WithSeed(++_seed).Build();

    // Most tests are about how an outcome becomes known, however long that takes.
    private void Configure(LoyaltyClientOptions options)
    {
        options.Reconciliation.OutcomeTimeout = Timeout.InfiniteTimeSpan;
        _configure?.Invoke(options);
    }
}
