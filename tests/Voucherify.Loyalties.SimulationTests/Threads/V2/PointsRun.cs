using System.Globalization;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;
using Voucherify.Loyalties.SimulationTests.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.SimulationTests.Threads.V2;

/// <summary>A run of version 2: adjustments of the cards of a few members.</summary>
internal sealed class PointsRun : ThreadRun<PointsOperation>
{
    private static readonly TimeSpan ApplyLag = TimeSpan.FromMilliseconds(5);

    private readonly CardSafeguard _off;
    private readonly string _program;

    private PointsRun(int seed, CardSafeguard off, Dice dice, JudgeClock clock)
        : base(clock, new LoyaltySandboxOptions
        {
            TimeProvider = clock,
            ApplyLag = ApplyLag,
            ListLag = ThreadPlan.ListLag,
            Faults = ThreadPlan.NewFaults(dice, FaultKinds.OnThreadsOfV2),
            Seed = seed,
        })
    {
        Seed = seed;
        _off = off;
        _program = Sandbox.V2.AddProgram().Id;
        Members =
        [
            .. Enumerable.Range(0, dice.From(4, 8)).Select(_ => Sandbox.V2.AddMember(_program, points: ThreadPlan.OpeningPoints)),
        ];
    }

    public IReadOnlyList<SandboxMember> Members { get; }

    /// <summary>The member whose queue is opened by hand again and again: its order is given up.</summary>
    public SandboxMember ReopenedMember => Members[0];

    protected override int Seed { get; }

    /// <summary>Makes that many calls, and settles what is unknown.</summary>
    public static PointsRun Run(int seed, long calls, CardSafeguard off = CardSafeguard.Nothing)
    {
        var run = new PointsRun(seed, off, new Dice(seed), new JudgeClock());
        run.Play(calls);
        return run;
    }

    protected override void Configure(LoyaltyClientOptions options)
    {
        if (_off == CardSafeguard.Window)
        {
            options.Reconciliation.NoAnswerWindow = options.Reconciliation.ServiceErrorWindow = TimeSpan.Zero;
        }
    }

    protected override PointsOperation Plan(Dice dice, int thread, int number)
    {
        var isOnce = _off != CardSafeguard.Order && dice.Chance(0.5);
        return new PointsOperation(string.Create(CultureInfo.InvariantCulture, $"T{thread:d2}-{number:d6}"), isOnce)
        {
            Member = dice.From(0, Members.Count - 1),
            Points = dice.From(1, 100) * (dice.Chance(0.4) ? -1 : 1),
            IsAccepted = dice.Chance(0.2),
        };
    }

    protected override Task BeginAsync(PointsOperation operation, TimeSpan timeout, ThreadCancellation? cancellation) =>
        SendAsync(operation, isResume: false, PriorAttempt.None, timeout, cancellation);

    protected override Task RepeatAsync(PointsOperation operation, TimeSpan timeout)
    {
        var now = Clock.Elapsed;
        var prior = operation.IsOnce && !IsSettling
            ? PriorAttempt.None
            : PriorAttempt.ElapsedSinceSend(now - operation.EndedAt, now - operation.FirstCallAt);
        return SendAsync(operation, isResume: !operation.IsOnce, prior, timeout, cancellation: null);
    }

    protected override IEnumerable<Task> ClickAsync(PointsOperation operation, Dice dice)
    {
        for (var i = operation.IsOnce ? dice.From(0, 2) : 0; i > 0; i--)
        {
            Count("click");
            var cancellation = dice.Chance(0.2) ? new ThreadCancellation(CancellationMoment.AnyTime) : null;
            var call = SendAsync(operation, isResume: false, PriorAttempt.None, TimeSpan.FromMilliseconds(300), cancellation);
            Enter(operation);
            yield return call;
        }
    }

    protected override bool TryReopen(PointsOperation operation)
    {
        if (operation.Member != 0)
        {
            return false;
        }

        Client.V2.Cards.Reopen(ReopenedMember.Id);
        return true;
    }

    private async Task SendAsync(
        PointsOperation operation, bool isResume, PriorAttempt prior, TimeSpan timeout, ThreadCancellation? cancellation)
    {
        Prepare(operation, cancellation);
        Reported outcome;
        string? transactionId = null;
        Func<CancellationToken, Task<WriteOutcome>>? follow = null;
        try
        {
            var options = new RequestOptions { Timeout = timeout };
            var result = await SendAsync(
                operation, isResume, prior, options, cancellation?.Source.Token ?? CancellationToken.None);
            outcome = result.Transaction!.HasEnded ? Reported.Applied : Reported.Unknown;
            transactionId = result.Transaction.Id.Value;
            Count(result.Recovered ? "recovered" : "not recovered");
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            outcome = OutcomeOf(operation, error, isResume, cancellation);
            follow = CallOutcome.FollowerOf(error);
            transactionId = CardOutcome.TransactionOf(error);
        }

        var ended = Clock.Elapsed;
        operation.Note(ended, outcome.ToString());
        operation.End(outcome, transactionId, decides: IsSettling, ended);
        await FinishAsync(operation, $"call {outcome}", follow);
    }

    private Task<PointsAdjustment> SendAsync(
        PointsOperation operation, bool isResume, PriorAttempt prior, RequestOptions options, CancellationToken cancellationToken)
    {
        var (member, cards) = (Members[operation.Member], Client.V2.Cards);
        if (isResume || _off == CardSafeguard.Order)
        {
            var resume = new ResumeOptions
            {
                Prior = prior,
                TransactionId = operation.TransactionId,
                OutsideQueue = _off == CardSafeguard.Order,
            };
            return cards.ResumeCardPointsAsync(PendingOf(operation), resume, options, cancellationToken);
        }

        var request = new AdjustCardPointsRequest { Points = operation.Points, SourceId = operation.SourceId };
        if (!operation.IsOnce)
        {
            var waits = options with { WaitUntil = operation.IsAccepted ? WriteCompletion.Accepted : WriteCompletion.Settled };
            return cards.AdjustCardPointsAsync(_program, member.Id, member.CardId, request, waits, cancellationToken);
        }

        // Removals have a short form.
        if (operation.Points < 0 && !prior.MaybeSent)
        {
            return cards.RemovePointsAsync(
                _program, member.Id, member.CardId, -operation.Points, operation.SourceId, options, cancellationToken);
        }

        var once = new AdjustOnceOptions
        {
            Prior = prior,
            LookBack = Clock.Elapsed - operation.BeganAt!.Value + ThreadPlan.LookBack,
        };
        return cards.AdjustCardPointsOnceAsync(_program, member.Id, member.CardId, request, once, options, cancellationToken);
    }

    private PendingAdjustment PendingOf(PointsOperation operation)
    {
        var member = Members[operation.Member];
        return new PendingAdjustment
        {
            ProgramId = _program,
            MemberId = member.Id,
            CardId = member.CardId,
            Points = operation.Points,
            SourceId = operation.SourceId,
            CreatedAt = SteppedClock.Start + operation.FirstCallAt,
        };
    }
}
