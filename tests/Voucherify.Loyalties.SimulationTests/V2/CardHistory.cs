using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>
/// Plays a plan of version 2: the real client on the sandbox in memory, on one thread and one clock. Then a client without faults resumes
/// everything that is still unknown.
/// </summary>
internal sealed class CardHistory
{
    private const long OpeningPoints = 1_000;

    private static readonly TimeSpan CancellationLimit = TimeSpan.FromSeconds(30);

    private readonly VirtualClock _clock = new();
    private readonly CardSafeguard _off;
    private readonly Agenda _agenda;
    private readonly Trace? _trace;
    private readonly string _program;
    private LoyaltyClient _client;
    private int _clients;
    private int _calls;
    private bool _isSettling;

    private CardHistory(CardPlan plan, CardSafeguard off, bool traced)
    {
        _agenda = new Agenda(_clock);
        _trace = traced ? new Trace(_clock) : null;
        Plan = plan;
        _off = off;
        Sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions
        {
            TimeProvider = _clock,
            ApplyLag = plan.ApplyLag,
            ListLag = plan.ListLag,
            Faults = plan.Faults,
            Seed = plan.Seed,
            V2 = plan.Service,
        });
        _program = Sandbox.V2.AddProgram().Id;
        Members = [.. Enumerable.Range(0, plan.Members).Select(_ => Sandbox.V2.AddMember(_program, points: OpeningPoints))];
        Operations = [.. plan.Operations.Select(static operation => new PlayedAdjustment(operation))];
        _client = NewClient();
    }

    public CardPlan Plan { get; }

    public LoyaltySandbox Sandbox { get; }

    public IReadOnlyList<SandboxMember> Members { get; }

    public IReadOnlyList<PlayedAdjustment> Operations { get; }

    /// <summary>Promises that were broken while the history was played.</summary>
    public List<string> Violations { get; } = [];

    public Tally Tally { get; } = new();

    public IReadOnlyList<string> Trace => _trace?.Lines ?? [];

    /// <summary>Plays the history of a seed to its end.</summary>
    public static CardHistory Play(int seed, CardSafeguard off = CardSafeguard.Nothing, bool traced = false)
    {
        var history = new CardHistory(new CardPlan(seed), off, traced);
        history.PlayPlan();
        history.Settle();
        return history;
    }

    private void PlayPlan()
    {
        if (Plan.CrashAt is { } crashAt)
        {
            _agenda.Schedule(crashAt, Crash);
        }

        foreach (var operation in Operations)
        {
            _agenda.Schedule(operation.Plan.StartsAt, () => Start(operation));
        }

        _agenda.RunUntilQuiet(Violations);
    }

    private void Start(PlayedAdjustment operation)
    {
        var plan = operation.Plan;
        operation.CalledAt = _clock.Elapsed;
        var cancellation = new CancellationTokenSource();
        var call = Follow(
            operation, plan.IsOnce ? Once(operation, PriorAttempt.None, cancellation.Token) : Plain(operation, cancellation.Token));
        if (plan.CancelAfter is { } cancelAfter)
        {
            _agenda.Schedule(cancelAfter, () => Cancel(operation, cancellation, call));
        }

        for (var i = plan.IsOnce ? plan.Clicks : 0; i > 0; i--)
        {
            // After a crash, nobody knows when the client before has sent.
            var client = _clients;
            _agenda.Schedule(TimeSpan.FromSeconds(i), () => _ = Follow(
                operation,
                Once(operation, client == _clients ? PriorAttempt.None : PriorAttempt.Unknown, CancellationToken.None)));
        }

        if (plan.StaffAfter is { } staffAfter)
        {
            _agenda.Schedule(staffAfter, () => AdjustByHand(plan));
        }
    }

    // A cancelled wait of Polly's ends on the thread pool. The limit is for a call that hangs.
    private void Cancel(PlayedAdjustment operation, CancellationTokenSource cancellation, Task call)
    {
        cancellation.Cancel();
        if (!call.Wait(CancellationLimit))
        {
            Violations.Add($"{operation} did not end when it was cancelled.");
        }
    }

    private Task<PointsAdjustment> Plain(PlayedAdjustment operation, CancellationToken cancellationToken)
    {
        var options = new RequestOptions
        {
            Timeout = operation.Plan.Timeout,
            WaitUntil = operation.Plan.IsAccepted ? WriteCompletion.Accepted : WriteCompletion.Settled,
        };
        if (_off == CardSafeguard.Order)
        {
            var outside = new ResumeOptions { Prior = PriorAttempt.None, OutsideQueue = true };
            return _client.V2.Cards.ResumeCardPointsAsync(PendingOf(operation), outside, options, cancellationToken);
        }

        var member = MemberOf(operation.Plan);
        return _client.V2.Cards.AdjustCardPointsAsync(
            _program, member.Id, member.CardId, RequestOf(operation.Plan), options, cancellationToken);
    }

    private Task<PointsAdjustment> Once(PlayedAdjustment operation, PriorAttempt prior, CancellationToken cancellationToken)
    {
        var member = MemberOf(operation.Plan);
        var options = new RequestOptions { Timeout = _isSettling ? TimeSpan.FromHours(1) : operation.Plan.Timeout };
        return _client.V2.Cards.AdjustCardPointsOnceAsync(
            _program, member.Id, member.CardId, RequestOf(operation.Plan), new() { Prior = prior }, options, cancellationToken);
    }

    private void Resume(PlayedAdjustment operation)
    {
        var (plan, now) = (operation.Plan, _clock.Elapsed);
        var prior = plan.KnowsWhen || _isSettling
            ? PriorAttempt.ElapsedSinceSend(now - operation.EndedAt, now - operation.CalledAt!.Value)
            : PriorAttempt.Unknown;
        if (plan.IsOnce && operation.TransactionId is null)
        {
            _ = Follow(operation, Once(operation, prior, CancellationToken.None));
            return;
        }

        var resume = new ResumeOptions { Prior = prior, TransactionId = operation.TransactionId };
        var options = _isSettling ? new RequestOptions { Timeout = TimeSpan.FromHours(1) } : null;
        _ = Follow(operation, _client.V2.Cards.ResumeCardPointsAsync(PendingOf(operation), resume, options, CancellationToken.None));
    }

    private async Task Follow(PlayedAdjustment operation, Task<PointsAdjustment> call)
    {
        var (client, isResume) = (_clients, operation.Calls > 0);
        operation.Note(_clock.Elapsed, isResume ? "next call" : "call");
        operation.LastCall = ++_calls;
        operation.FirstCall = operation.FirstCall == 0 ? _calls : operation.FirstCall;
        operation.Calls++;
        operation.Running++;
        _agenda.BeginCall();
        try
        {
            var result = await call;
            if (client == _clients)
            {
                End(operation, result.Transaction!.HasEnded ? Reported.Applied : Reported.Unknown, result.Transaction.Id.Value);
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            if (client == _clients)
            {
                Fail(operation, error, isResume);
            }
        }
    }

    private void Fail(PlayedAdjustment operation, Exception error, bool isResume)
    {
        operation.Note(_clock.Elapsed, error.Message);
        if (error is LoyaltyTransactionRejectedException)
        {
            End(operation, Reported.NotApplied);
            operation.Reject();
        }
        else if (CallOutcome.Of(error, isResume) is { } outcome)
        {
            End(operation, outcome, CardOutcome.TransactionOf(error));
        }
        else
        {
            Violations.Add($"{operation.Plan.SourceId} ended with an unexpected {error}");
            End(operation, Reported.Unknown);
        }
    }

    private void End(PlayedAdjustment operation, Reported outcome, string? transactionId = null)
    {
        _agenda.EndCalls();
        operation.Running--;
        operation.EndedAt = _clock.Elapsed;
        operation.End(outcome, decides: _isSettling, transactionId);
        operation.Note(_clock.Elapsed, outcome.ToString());
        Tally.Count($"call {outcome}");
        if (!_isSettling && operation is { IsSettled: false, Running: 0, Calls: < 4, Plan.ResumeAfter: { } after })
        {
            _agenda.Schedule(after, () => ResumeLater(operation));
        }
    }

    private void ResumeLater(PlayedAdjustment operation)
    {
        if (operation is { IsSettled: false, Running: 0 })
        {
            Resume(operation);
        }
    }

    // The calls of the old client have no caller any more.
    private void Crash()
    {
        Tally.Count("crash");
        _clients++;
        _client.Dispose();
        foreach (var operation in Operations.Where(static operation => operation.Running > 0))
        {
            _agenda.EndCalls(operation.Running);
            operation.Running = 0;
            operation.EndedAt = _clock.Elapsed;
            operation.End(Reported.Unknown, decides: false);
        }

        _client = NewClient();
        foreach (var operation in Operations.Where(static operation => operation is { Calls: > 0, IsSettled: false }))
        {
            _agenda.Schedule(TimeSpan.FromSeconds(1), () => ResumeLater(operation));
        }
    }

    private void Settle()
    {
        _isSettling = true;
        _client.Dispose();
        Sandbox.Faults = new SandboxFaults();
        _client = NewClient();
        foreach (var operation in Operations.Where(static operation => !operation.IsSettled))
        {
            Resume(operation);
        }

        _agenda.RunUntilQuiet(Violations);
        _client.Dispose();
        _clock.Pass(TimeSpan.FromMinutes(10));
    }

    private void AdjustByHand(PlannedAdjustment plan)
    {
        Tally.Count("adjustment by hand");
        Sandbox.Faults = new SandboxFaults();
        using var staff = TestClientBuilder.ForSandbox(Sandbox)
            .Configure(static options =>
            {
                options.Reconciliation.Enabled = false;
                options.Reconciliation.Marker = MarkerPlacement.None;
            })
            .WithHandler(Sandbox.CreateHandler())
            .WithSeed(Plan.Seed)
            .Build();
        var member = MemberOf(plan);
        var request = new AdjustCardPointsRequest { Points = plan.Points, Reason = CardChecker.ByHand };
        var call = staff.V2.Cards.AdjustCardPointsAsync(_program, member.Id, member.CardId, request);
        if (!call.IsCompletedSuccessfully && call.Exception?.InnerException is not LoyaltyException)
        {
            Violations.Add("An adjustment by hand did not end at once.");
        }

        Sandbox.Faults = Plan.Faults;
    }

    private LoyaltyClient NewClient()
    {
        _clients++;
        HttpMessageHandler handler = Sandbox.CreateHandler();
        handler = _trace is null ? handler : new CardWire(_trace) { InnerHandler = handler };
        return TestClientBuilder.ForSandbox(Sandbox)
            .Configure(Configure)
            .WithHandler(_off == CardSafeguard.Nothing ? handler : new CardDisguise(_off) { InnerHandler = handler })
            .WithSeed(unchecked((Plan.Seed * 16) + _clients))
            .Build();
    }

    private void Configure(LoyaltyClientOptions options)
    {
        options.TimeProvider = _clock;
        options.AttemptTimeout = TimeSpan.FromSeconds(10);
        options.Reconciliation.NoAnswerWindow = _off == CardSafeguard.Window ? TimeSpan.Zero : Plan.NoAnswerWindow;
        options.Reconciliation.ServiceErrorWindow = _off == CardSafeguard.Window ? TimeSpan.Zero : Plan.NoAnswerWindow;
        options.Reconciliation.OutcomeTimeout = _isSettling ? Timeout.InfiniteTimeSpan : Plan.OutcomeTimeout;
        options.Reconciliation.LookbackMargin = TimeSpan.FromSeconds(10);
        options.Reconciliation.MarkerContent = Plan.HidesIds ? MarkerContent.Hash : MarkerContent.SourceId;
        options.Reconciliation.TrustMarker = _off == CardSafeguard.Doubt || Plan.TrustsMarker;
        options.Reconciliation.MaxBackgroundLookups = 1_000;
        if (_isSettling)
        {
            options.Ordering.MaxQueueWait = TimeSpan.FromHours(12);
        }
    }

    private PendingAdjustment PendingOf(PlayedAdjustment operation)
    {
        var member = MemberOf(operation.Plan);
        return new PendingAdjustment
        {
            ProgramId = _program,
            MemberId = member.Id,
            CardId = member.CardId,
            Points = operation.Plan.Points,
            Reason = operation.Plan.Reason,
            SourceId = operation.Plan.SourceId,
            CreatedAt = SteppedClock.Start + operation.CalledAt,
        };
    }

    private SandboxMember MemberOf(PlannedAdjustment plan) => Members[plan.Member - 1];

    private static AdjustCardPointsRequest RequestOf(PlannedAdjustment plan) =>
        new() { Points = plan.Points, Reason = plan.Reason, SourceId = plan.SourceId };
}
