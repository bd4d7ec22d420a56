using System.Globalization;
using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>Several callers of one id, verdicts on unknown outcomes, and a card that is opened by hand.</summary>
internal sealed partial class ThreadJudge
{
    /// <summary>The card that is opened by hand again and again: its order is given up.</summary>
    public string ReopenedCard => _plan.Cards[0];

    protected override ThreadOperation Plan(Dice dice, int thread, int number)
    {
        var card = dice.From(0, _plan.Cards.Count - 1);
        var points = dice.From(1, 100) * (dice.Chance(0.4) ? -1 : 1);
        var operation = new PlannedOperation(
            string.Create(CultureInfo.InvariantCulture, $"T{thread:d2}-{number:d6}"), _plan.Cards[card], points, default, default);
        return new ThreadOperation(dice.Unit() switch
        {
            < 0.08 => operation with
            {
                Points = Math.Abs(points),
                Receiver = _plan.Cards[(card + dice.From(1, _plan.Cards.Count - 1)) % _plan.Cards.Count],
            },
            < 0.5 when _playsOnce => operation with { IsOnce = true, StartsPlain = dice.Chance(0.2) },
            _ => operation,
        });
    }

    /// <summary>Makes the call once more, or twice, while the first one may be under way.</summary>
    protected override IEnumerable<Task> ClickAsync(ThreadOperation operation, Dice dice)
    {
        var clicks = operation.IsOnce ? dice.From(0, 2) : 0;
        for (var i = 0; i < clicks; i++)
        {
            Count("click");
            var kind = KindOfClick(dice);
            if (kind != ClickKind.Once)
            {
                var intruder = IntrudeAsync(operation, kind);
                Enter(operation);
                yield return intruder;
                continue;
            }

            var cancellation = dice.Chance(0.2) ? new ThreadCancellation(CancellationMoment.AnyTime) : null;
            var call = SendAsync(operation, CallKind.Once, PriorAttempt.None, TimeSpan.FromMilliseconds(300), cancellation);
            Enter(operation);
            yield return call;
        }
    }

    private ClickKind KindOfClick(Dice dice) => dice.From(1, 10) switch
    {
        1 => ClickKind.Plain,
        2 => ClickKind.Resume,
        3 when _plan.PlaysOtherPoints => ClickKind.OtherPoints,
        _ => ClickKind.Once,
    };

    /// <summary>
    /// Makes another kind of call with the id. It is refused if a call is under way at that moment. Which one is, the threads decide: the
    /// checker only counts what was not refused.
    /// </summary>
    private async Task IntrudeAsync(ThreadOperation operation, ClickKind kind)
    {
        CountCall();
        operation.Note(Clock.Elapsed, $"{kind} call");
        operation.BeginIntruder(kind);
        Reported outcome;
        var isAnswered = false;
        Func<CancellationToken, Task<WriteOutcome>>? follow = null;
        try
        {
            isAnswered = !(await IntrudeAsync(operation.Plan, kind, Clock.Elapsed - operation.BeganAt!.Value)).Recovered;
            outcome = Reported.Applied;
        }
        catch (Exception error) when (CallOutcome.Of(error, kind == ClickKind.Resume) is { } reported)
        {
            outcome = reported;
            follow = kind == ClickKind.OtherPoints ? null : CallOutcome.FollowerOf(error);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            outcome = Unexpected(operation, $"a {kind}", error);
        }

        var ended = Clock.Elapsed;
        operation.Note(ended, $"{kind} {outcome}");
        operation.EndIntruder(kind, outcome, isAnswered, ended);
        await FinishAsync(operation, $"{kind} click {outcome}", follow);
    }

    private Task<BalanceResult> IntrudeAsync(PlannedOperation plan, ClickKind kind, TimeSpan sinceFirstCall)
    {
        var request = new AdjustBalanceRequest { Points = plan.Points, SourceId = plan.SourceId };
        var options = new RequestOptions { Timeout = TimeSpan.FromSeconds(5) };
        return kind switch
        {
            ClickKind.Plain => Client.V1.Members.AdjustBalanceAsync(plan.Card, request, options: options),
            ClickKind.Resume => Client.V1.Members.ResumeAdjustmentAsync(
                plan.Card,
                request,
                new ResumeOptions { Prior = PriorAttempt.ElapsedSinceSend(TimeSpan.Zero, sinceFirstCall) },
                options: options),
            _ => Client.V1.Members.AdjustBalanceOnceAsync(
                plan.Card,
                request with { Points = request.Points + ThreadPlan.OtherPoints },
                new AdjustOnceOptions { LookBack = sinceFirstCall + ThreadPlan.LookBack },
                options: options),
        };
    }

    protected override bool TryReopen(ThreadOperation operation)
    {
        if (operation.Plan.Card != ReopenedCard)
        {
            return false;
        }

        Client.V1.Members.Reopen(ReopenedCard);
        return true;
    }
}
