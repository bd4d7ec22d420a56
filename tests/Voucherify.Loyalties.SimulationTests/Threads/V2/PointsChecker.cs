using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests.Threads.V2;

/// <summary>
/// Compares what the calls of version 2 reported with the sandbox's journal. The service keeps every reason as it was sent.
/// </summary>
internal static class PointsChecker
{
    /// <summary>Returns the promises that a run broke.</summary>
    public static IReadOnlyList<string> Check(PointsRun run)
    {
        var journal = run.Sandbox.Journal.Where(static entry => ReasonMarker.Find(entry.Reason) is not null).ToList();
        var entries = journal.ToLookup(static entry => ReasonMarker.Find(entry.Reason), StringComparer.Ordinal);
        var operations = run.Operations.ToDictionary(MarkerOf, StringComparer.Ordinal);
        return
        [
            .. run.Violations,
            .. operations.SelectMany(pair => Effects(pair.Value, [.. entries[pair.Key]], run)),
            .. operations.SelectMany(pair => ThreadChecker.Verdicts(pair.Value, isApplied: entries[pair.Key].Any())),
            .. run.Members.SelectMany(member => Ledger(run, member)),
            .. run.Members
                .Where(member => member != run.ReopenedMember)
                .SelectMany(member => ThreadChecker.Order(
                [
                    .. journal
                        .Where(entry => entry.MemberId == member.Id)
                        .Select(entry => operations[ReasonMarker.Find(entry.Reason)!]),
                ])),
        ];
    }

    private static IEnumerable<string> Effects(PointsOperation operation, SandboxJournalEntry[] mine, PointsRun run)
    {
        var isRight = operation.Known switch
        {
            Reported.Applied => mine is [var entry]
                && entry.Points == operation.Points
                && entry.MemberId == run.Members[operation.Member].Id,
            Reported.NotApplied => mine.Length == 0,
            _ => false,
        };
        return isRight && !(operation.WasCancelledBefore && mine.Length > 0)
            ? []
            : [$"{mine.Length} of 1 entries are in the journal, and the end was {operation.Known}: {operation}"];
    }

    private static IEnumerable<string> Ledger(PointsRun run, SandboxMember member)
    {
        var balance = run.Sandbox.V2.GetCard(member.CardId).Balance;
        var acknowledged = run.Operations
            .Where(operation => operation.Known == Reported.Applied && run.Members[operation.Member] == member)
            .Sum(static operation => operation.Points);
        if (balance != ThreadPlan.OpeningPoints + acknowledged)
        {
            yield return $"{member.CardId} has {balance} points, not {ThreadPlan.OpeningPoints} + {acknowledged}.";
        }
    }

    private static string MarkerOf(PointsOperation operation) => ReasonMarker.Of(operation.SourceId, MarkerContent.SourceId);
}
