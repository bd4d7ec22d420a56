using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>A run of version 1: adjustments of cards, and transfers between them.</summary>
internal sealed partial class ThreadJudge : ThreadRun<ThreadOperation>
{
    private readonly ThreadPlan _plan;
    private readonly DisabledSafeguard _off;
    private readonly bool _playsOnce;

    private ThreadJudge(ThreadPlan plan, DisabledSafeguard off, bool playsOnce, JudgeClock clock)
        : base(clock, plan.ToOptions(clock))
    {
        _plan = plan;
        _off = off;
        _playsOnce = playsOnce && off != DisabledSafeguard.Sequencer;
        Sandbox.V1.AddCampaign(Caller.Campaign);
        foreach (var card in plan.Cards)
        {
            Sandbox.V1.AddCard(card, ThreadPlan.OpeningPoints, Caller.Campaign);
        }
    }

    public IReadOnlyList<string> Cards => _plan.Cards;

    protected override int Seed => _plan.Seed;

    /// <summary>Makes that many calls, and settles what is unknown.</summary>
    public static ThreadJudge Run(int seed, long calls, DisabledSafeguard off = DisabledSafeguard.Nothing, bool playsOnce = true)
    {
        var judge = new ThreadJudge(new ThreadPlan(seed, playsOnce), off, playsOnce, new JudgeClock());
        judge.Play(calls);
        return judge;
    }

    protected override void Configure(LoyaltyClientOptions options)
    {
        options.Reconciliation.Enabled = IsSettling || _plan.SettlesItself;
        if (_off == DisabledSafeguard.Window)
        {
            options.Reconciliation.NoAnswerWindow = options.Reconciliation.ServiceErrorWindow = TimeSpan.Zero;
        }
    }

    protected override Task BeginAsync(ThreadOperation operation, TimeSpan timeout, ThreadCancellation? cancellation)
    {
        var isPlain = !operation.IsOnce || operation.Plan.StartsPlain;
        return SendAsync(operation, isPlain ? CallKind.Plain : CallKind.Once, PriorAttempt.None, timeout, cancellation);
    }

    protected override Task RepeatAsync(ThreadOperation operation, TimeSpan timeout)
    {
        var now = Clock.Elapsed;
        var kind = operation.IsOnce ? CallKind.Once : CallKind.Resume;
        var prior = kind == CallKind.Once && !IsSettling
            ? PriorAttempt.None
            : PriorAttempt.ElapsedSinceSend(now - operation.EndedAt, now - operation.FirstCallAt);
        return SendAsync(operation, kind, prior, timeout, cancellation: null);
    }

    private async Task SendAsync(
        ThreadOperation operation, CallKind kind, PriorAttempt prior, TimeSpan timeout, ThreadCancellation? cancellation)
    {
        Prepare(operation, cancellation);
        Reported outcome;
        long? balance = null;
        Func<CancellationToken, Task<WriteOutcome>>? follow = null;
        try
        {
            var result = await SendAsync(operation, kind, prior, timeout, cancellation?.Source.Token ?? CancellationToken.None);
            outcome = Reported.Applied;
            balance = result.Balance;
            Count(result.Recovered ? "recovered" : "not recovered");
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            outcome = OutcomeOf(operation, error, kind == CallKind.Resume, cancellation);
            follow = CallOutcome.FollowerOf(error);
        }

        var ended = Clock.Elapsed;
        operation.Note(ended, outcome.ToString());
        operation.End(outcome, balance, decides: IsSettling, ended);
        await FinishAsync(operation, $"call {outcome}", follow);
    }

    private async Task<BalanceResult> SendAsync(
        ThreadOperation operation, CallKind kind, PriorAttempt prior, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var plan = operation.Plan;
        var options = new RequestOptions { Timeout = timeout };
        var resume = new ResumeOptions { Prior = prior, OutsideQueue = _off == DisabledSafeguard.Sequencer };
        var isPlain = !prior.MaybeSent && !resume.OutsideQueue;
        if (plan.Receiver is { } receiver)
        {
            _ = isPlain
                ? await Client.V1.Members.TransferPointsAsync(receiver, Caller.Campaign, plan.Items, options, cancellationToken)
                : await Client.V1.Members.ResumeTransferAsync(receiver, Caller.Campaign, plan.Items, resume, options, cancellationToken);
            return new BalanceResult();
        }

        var request = new AdjustBalanceRequest { Points = plan.Points, SourceId = plan.SourceId };
        if (kind == CallKind.Once)
        {
            var sinceFirstCall = Clock.Elapsed - operation.BeganAt!.Value;
            var once = new AdjustOnceOptions { Prior = prior, LookBack = sinceFirstCall + ThreadPlan.LookBack };
            return await Client.V1.Members.AdjustBalanceOnceAsync(
                plan.Card, request, once, options: options, cancellationToken: cancellationToken);
        }

        return isPlain
            ? await Client.V1.Members.AdjustBalanceAsync(plan.Card, request, options: options, cancellationToken: cancellationToken)
            : await Client.V1.Members.ResumeAdjustmentAsync(
                plan.Card, request, resume, options: options, cancellationToken: cancellationToken);
    }
}
