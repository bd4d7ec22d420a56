using System.Globalization;
using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>Several callers of one id, verdicts on unknown outcomes, and a card that is opened by hand.</summary>
internal sealed partial class ThreadJudge
{
    /// <summary>The card that is opened by hand again and again: its order is given up.</summary>
    public string ReopenedCard => _plan.Cards[0];

    private bool PlaysOnce => _playsOnce && _off != DisabledSafeguard.Sequencer;

    private PlannedOperation PlanOperation(Dice dice, int thread, int number)
    {
        var card = dice.From(0, _plan.Cards.Count - 1);
        var points = dice.From(1, 100) * (dice.Chance(0.4) ? -1 : 1);
        var operation = new PlannedOperation(
            string.Create(CultureInfo.InvariantCulture, $"T{thread:d2}-{number:d6}"), _plan.Cards[card], points, default, default);
        return dice.Unit() switch
        {
            < 0.08 => operation with
            {
                Points = Math.Abs(points),
                Receiver = _plan.Cards[(card + dice.From(1, _plan.Cards.Count - 1)) % _plan.Cards.Count],
            },
            < 0.5 when PlaysOnce => operation with { IsOnce = true, StartsPlain = dice.Chance(0.2) },
            _ => operation,
        };
    }

    /// <summary>Makes the call once more, or twice, while the first one may be under way.</summary>
    private IEnumerable<Task> ClickAsync(ThreadOperation operation, Dice dice)
    {
        var clicks = operation.Plan.IsOnce ? dice.From(0, 2) : 0;
        for (var i = 0; i < clicks; i++)
        {
            Count("click");
            var cancellation = dice.Chance(0.2) ? new ThreadCancellation(CancellationMoment.AnyTime) : null;
            var call = SendAsync(operation, CallKind.Once, PriorAttempt.None, TimeSpan.FromMilliseconds(300), cancellation);
            operation.EnteredAt = Interlocked.Increment(ref _number);
            yield return call;
        }
    }

    // The verdict is about all that was sent before it was asked for. What others send meanwhile, it may know too.
    private async Task AskAsync(ThreadOperation operation, Func<CancellationToken, Task<WriteOutcome>> follow)
    {
        if (operation.Plan.Card == ReopenedCard)
        {
            Count("reopen");
            _client.V1.Members.Reopen(ReopenedCard);
        }

        var sends = operation.Sends;
        var outcome = await follow(CancellationToken.None);
        operation.Learn(outcome.Kind, sends);
        operation.Note(_clock.Elapsed, $"verdict {outcome.Kind}");
        Count($"verdict {outcome.Kind}");
    }

    private void CheckMemory()
    {
        var writes = _client.Parts.Context.Reconciliation.Writes;
        var sequencer = _client.Parts.Sequencer;
        (int, int, int, int) Counts() => (writes.Unsettled.Count, writes.Sends.Count, writes.Adjustments.Count, sequencer.Count);
        if (!SpinWait.SpinUntil(() => Counts() == (0, 0, 0, 0), Standstill))
        {
            _violations.Enqueue($"The client still remembers {Counts()}: writes, sends, adjustments, cards.");
        }
    }
}
