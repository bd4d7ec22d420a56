using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>The promises to several callers of one id, and to those who ask later what has become of an unknown outcome.</summary>
internal static class OnceChecker
{
    public static IEnumerable<string> Check(History history, SimulatedOperation operation, IReadOnlyList<SandboxJournalEntry> journal) =>
    [
        .. operation.Calls.SelectMany(call => Caller(history, call)),
        .. operation.Intruders.SelectMany(Intruder),
        .. operation.Verdicts.SelectMany(verdict => Said(verdict, journal)),
    ];

    private static IEnumerable<string> Caller(History history, ClientCall call)
    {
        var id = call.Operation.Plan.SourceId;
        if (call.HeardCancellation)
        {
            yield return $"{id} was told that it was cancelled, though its caller did not cancel.";
        }

        if (!call.IsOnce || call.IsCancelled || call.Abandoned)
        {
            yield break;
        }

        if (call.Reported == Reported.Conflict)
        {
            yield return $"{id} got a conflict with itself.";
        }

        if (call.Operation.AppliedAt(call.Client, call.CalledAt) is { } appliedAt
            && call.CalledAt - appliedAt <= history.Plan.NoAnswerWindow
            && appliedAt < call.CalledAt)
        {
            history.Tally.Count("call of an applied id");
            if (call.Reported != Reported.Applied || call.EndedAt != call.CalledAt || call.HasAsked)
            {
                yield return $"{id} had been applied, and a later call was not told so at once: {call.Reported}.";
            }
        }

        var leader = call.Operation.Calls.Find(other => IsJoinedBy(other, call) && other.Reported == Reported.Applied);
        if (leader is not null && call.EndedAt >= leader.EndedAt)
        {
            history.Tally.Count("call that joined");
            var gaveUp = call.Reported != Reported.Applied && call.EndedAt == leader.EndedAt;
            if (!gaveUp && (call.Reported != Reported.Applied || call.Balance != leader.Balance || call.HasAsked))
            {
                yield return $"{id} was called while another call applied it, and got {call.Reported} and a balance of {call.Balance}.";
            }
        }
    }

    private static IEnumerable<string> Intruder(ClientCall call)
    {
        if (!call.Abandoned && (call.Reported != Reported.Conflict || call.EndedAt != call.CalledAt || call.HasAsked))
        {
            yield return $"{call.Operation.Plan.SourceId} was in use, and another call with it ended with {call.Reported}.";
        }
    }

    private static IEnumerable<string> Said(Verdict verdict, IReadOnlyList<SandboxJournalEntry> journal)
    {
        var operation = verdict.Call.Operation;
        foreach (var effect in operation.Plan.Effects)
        {
            var entries = journal.Where(entry => effect.IsIn(entry)).ToList();
            if (verdict.Kind == WriteOutcomeKind.Applied
                && (entries is not [var entry] || (verdict.Balance ?? entry.BalanceAfter) != entry.BalanceAfter))
            {
                yield return $"{effect.SourceId} was said to be applied, and is {entries.Count} time(s) in the journal.";
            }

            if (verdict.Kind == WriteOutcomeKind.NotApplied
                && entries.Exists(entry => operation.Sends == verdict.Sends || entry.CommittedAt - VirtualClock.Start < verdict.At))
            {
                yield return $"{effect.SourceId} was said to be not applied, is in the journal, but was not applied by a later request.";
            }
        }

        if (verdict.Kind == WriteOutcomeKind.NotApplied
            && operation.Calls.Exists(call => call.Client == verdict.Call.Client && IsUnderWay(call, verdict.At)))
        {
            yield return $"{operation.Plan.SourceId} was said to be not applied while a call with its id was under way.";
        }
    }

    /// <summary>Whether a call was under way when another one was made on the same client.</summary>
    public static bool IsJoinedBy(ClientCall leader, ClientCall call) =>
        leader.Number < call.Number && leader.Client == call.Client && !leader.Abandoned && leader.EndedAt > call.CalledAt;

    private static bool IsUnderWay(ClientCall call, TimeSpan at) => call.CalledAt < at && (call.Abandoned || call.EndedAt > at);
}
