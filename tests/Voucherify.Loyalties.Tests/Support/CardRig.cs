using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>
/// The real client on version 2 of the sandbox, with a member who has 1,000 points; both on one clock that the test steps.
/// </summary>
internal sealed class CardRig : IDisposable
{
    private readonly Action<LoyaltyClientOptions>? _configure;
    private int _seed;

    public CardRig(
        TimeSpan? applyLag = null,
        Action<LoyaltyClientOptions>? configure = null,
        SandboxV2Options? service = null,
        Func<LoyaltySandbox, string>? addProgram = null)
    {
        Sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions
        {
            TimeProvider = Clock,
            ApplyLag = applyLag ?? TimeSpan.FromSeconds(1),
            V2 = service ?? new SandboxV2Options(),
        });
        Program = addProgram?.Invoke(Sandbox) ?? Sandbox.V2.AddProgram().Id;
        Member = Sandbox.V2.AddMember(Program, "customer-42", points: 1000);
        _configure = configure;
        Client = NewClient();
    }

    public SteppingClock Clock { get; } = new();

    public LoyaltySandbox Sandbox { get; }

    public LoyaltyClient Client { get; private set; }

    public string Program { get; }

    public SandboxMember Member { get; }

    public string Card => Member.CardId;

    /// <summary>The adjustments that the service saw.</summary>
    public int Posts => Count("POST");

    /// <summary>The reads that the service saw.</summary>
    public int Reads => Count("GET");

    /// <summary>The committed effects on all cards, whatever the client reports.</summary>
    public IReadOnlyList<string> Effects => [.. Sandbox.Journal.Select(static entry => $"{entry.Reason}:{entry.Points}")];

    public Task<PointsAdjustment> AdjustAsync(
        string? sourceId,
        long points = 100,
        string? reason = "Gift",
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Client.V2.Cards.AdjustCardPointsAsync(
            Program,
            Member.Id,
            Card,
            new AdjustCardPointsRequest { Points = points, Reason = reason, SourceId = sourceId },
            options,
            cancellationToken);

    public Task<PointsAdjustment> OnceAsync(
        string sourceId, long points = 100, AdjustOnceOptions? once = null, CancellationToken cancellationToken = default) =>
        Client.V2.Cards.AdjustCardPointsOnceAsync(
            Program,
            Member.Id,
            Card,
            new AdjustCardPointsRequest { Points = points, Reason = "Gift", SourceId = sourceId },
            once,
            cancellationToken: cancellationToken);

    public Task<PointsAdjustment> ResumeAsync(PendingChange? pending, ResumeOptions? resume = null, TimeSpan? timeout = null) =>
        Client.V2.Cards.ResumeCardPointsAsync(
            (PendingAdjustment)pending!, resume, timeout is null ? null : new RequestOptions { Timeout = timeout });

    /// <summary>Credits or debits by hand, as a member of the staff does.</summary>
    public async Task AdjustByHandAsync(long points, string? reason = "By hand")
    {
        using var staff = TestClientBuilder.ForSandbox(Sandbox)
            .Configure(static options => options.Reconciliation.Marker = MarkerPlacement.None)
            .WithHandler(Sandbox.CreateHandler())
            .WithSeed(++_seed)
            .Build();
        var request = new AdjustCardPointsRequest { Points = points, Reason = reason };
        await Run(staff.V2.Cards.AdjustCardPointsAsync(Program, Member.Id, Card, request));
    }

    /// <summary>Creates an order of the member, or pays it.</summary>
    public Task<OrderCalculated> OrderAsync(string sourceId, long amount = 10_000, string? status = null)
    {
        var order = new UpsertOrderRequest
        {
            SourceId = sourceId,
            Status = status,
            Amount = amount,
            Customer = new() { SourceId = "customer-42" },
        };
        return Run(Client.Orders.UpsertOrderAsync(order));
    }

    /// <summary>The writes with a path that ends so.</summary>
    public int PostsOf(string end) => Sandbox.Requests
        .Where(pair => pair.Key.StartsWith("POST", StringComparison.Ordinal) && pair.Key.EndsWith(end, StringComparison.Ordinal))
        .Sum(static pair => pair.Value);

    /// <summary>Strikes the next writes, whatever is looked up before them.</summary>
    public void Strike(params SandboxFault[] faults)
    {
        Sandbox.Faults.AppliesTo = SandboxFaultTargets.Writes;
        foreach (var fault in faults)
        {
            Sandbox.Faults.Next(fault);
        }
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

    private int Count(string method) =>
        Sandbox.Requests.Where(pair => pair.Key.StartsWith(method, StringComparison.Ordinal)).Sum(static pair => pair.Value);

    private LoyaltyClient NewClient() =>
        TestClientBuilder.ForSandbox(Sandbox).Configure(Configure).WithHandler(Sandbox.CreateHandler()).WithSeed(++_seed).Build();

    // Most tests are about how an outcome becomes known, however long that takes.
    private void Configure(LoyaltyClientOptions options)
    {
        options.Reconciliation.OutcomeTimeout = Timeout.InfiniteTimeSpan;
        _configure?.Invoke(options);
    }
}
