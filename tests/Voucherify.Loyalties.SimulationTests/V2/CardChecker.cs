using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>Compares what the clients reported with the sandbox's journal, which has every reason as it was sent.</summary>
internal static class CardChecker
{
    /// <summary>The reason of an adjustment by the staff.</summary>
    public const string ByHand = "By hand";

    /// <summary>Returns the promises that a history broke.</summary>
    public static IReadOnlyList<string> Check(CardHistory history)
    {
        var effects = history.Sandbox.Journal.ToLookup(static entry => ReasonMarker.Find(entry.Reason) ?? string.Empty);
        return
        [
            .. history.Violations,
            .. history.Operations.SelectMany(operation => Effects(history, operation, [.. effects[MarkerOf(history, operation)]])),
            .. history.Members.SelectMany(member => Order(history, member.Id)),
        ];
    }

    private static IEnumerable<string> Effects(CardHistory history, PlayedAdjustment operation, SandboxJournalEntry[] entries)
    {
        var isRight = operation.Known switch
        {
            Reported.Applied => entries.Length == 1,
            Reported.NotApplied => entries.Length == 0,

            // What the service has altered, or staff may have done by hand, ends as unknown, and never as a second effect.
            Reported.Unknown => entries.Length <= 1
                && (!history.Plan.KeepsReasons || TakesTheRest(history, operation) || HasDoubles(history, operation)),
            _ => false,
        };
        if (!isRight)
        {
            var times = string.Join(", ", entries.Select(static entry => $"{entry.RecordedAt:mm:ss.fff} to {entry.CommittedAt:mm:ss.fff}"));
            yield return $"{history.Plan}\n[{times}] {operation} ended as {operation.Known}, "
                + $"and is {entries.Length} time(s) in the journal.";
        }
    }

    // A removal of more than the card has takes what is there.
    private static bool TakesTheRest(CardHistory history, PlayedAdjustment operation) =>
        history.Plan.Service.OverDebit == SandboxOverDebit.RemoveWhatIsThere && operation.Plan.Points < 0;

    // Another adjustment of the card by the same points without a marker, or by fewer: a removal may have taken what was there.
    private static bool HasDoubles(CardHistory history, PlayedAdjustment operation) => history.Operations.Any(other =>
        other.Plan.StaffAfter is not null
        && other.Plan.Member == operation.Plan.Member
        && (other.Plan.Points == operation.Plan.Points || (operation.Plan.Points < other.Plan.Points && other.Plan.Points < 0)));

    /// <summary>
    /// An adjustment whose calls all knew their outcome is applied before each one for the member that was called for the first time after
    /// them.
    /// </summary>
    private static IEnumerable<string> Order(CardHistory history, string memberId)
    {
        var places = history.Sandbox.Journal
            .Where(entry => entry.MemberId == memberId)
            .Select(static entry => (Marker: ReasonMarker.Find(entry.Reason), entry.Sequence))
            .Where(static entry => entry.Marker is not null)
            .GroupBy(static entry => entry.Marker!)
            .ToDictionary(static group => group.Key, static group => group.Min(static entry => entry.Sequence));
        var applied = history.Operations
            .Where(operation => places.ContainsKey(MarkerOf(history, operation)))
            .ToList();
        foreach (var first in applied.Where(static operation => operation is { WasUnknown: false, Known: Reported.Applied }))
        {
            foreach (var second in applied.Where(operation => operation.FirstCall > first.LastCall))
            {
                if (places[MarkerOf(history, second)] < places[MarkerOf(history, first)])
                {
                    yield return $"{first} was called before {second}, but is after it in the journal.";
                }
            }
        }
    }

    private static string MarkerOf(CardHistory history, PlayedAdjustment operation) =>
        ReasonMarker.Of(operation.Plan.SourceId, history.Plan.HidesIds ? MarkerContent.Hash : MarkerContent.SourceId);
}
