namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>No card waits for another: a call whose own cards are free is sent at once.</summary>
internal static class WaitChecker
{
    public static IEnumerable<string> Check(History history)
    {
        var calls = history.Operations.SelectMany(static operation => operation.Calls).OrderBy(static call => call.Number).ToList();
        foreach (var call in calls.Where(
            call => MustStartAtOnce(history, call) && calls.TrueForAll(other => IsOutOfTheWay(history, call, other))))
        {
            history.Tally.Count("call of a free card");
            if ((call.IsOnce ? call.Lookups.BeganAt : call.FirstTriedAt) != call.CalledAt)
            {
                yield return $"{call.Operation.Plan.SourceId} waited, though its cards were free.";
            }
        }
    }

    // A token request, the rate limit, a cancellation, a crash, and the floor of a small memory are other reasons to wait.
    private static bool MustStartAtOnce(History history, ClientCall call) =>
        call is { IsResume: false, MayBePaced: false, IsCancelled: false, Abandoned: false }
        && !call.Operation.Plan.OutsideQueue
        && call == call.Operation.Calls[0]
        && history.Plan.MaxRememberedSends is null
        && !history.Plan.UsesTokens;

    private static bool IsOutOfTheWay(History history, ClientCall call, ClientCall other) =>
        other.Number >= call.Number
        || other.Client != call.Client
        || other.Operation.Plan.OutsideQueue
        || !other.Operation.Plan.Cards.Any(call.Operation.Plan.Cards.Contains)
        || (other.Reported is not null and not Reported.Unknown && other.EndedAt + history.Plan.SettleDelay <= call.CalledAt);
}
