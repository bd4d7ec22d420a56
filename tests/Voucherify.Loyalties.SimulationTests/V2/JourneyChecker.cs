using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>Compares what the clients reported about a journey with the sandbox's journal.</summary>
internal static class JourneyChecker
{
    /// <summary>Returns the promises that a journey broke.</summary>
    public static IReadOnlyList<string> Check(JourneyHistory history)
    {
        var journal = history.Sandbox.Journal.Skip(history.JournalBefore).ToList();
        var played = history.Steps.Where(static step => step.Calls > 0).ToList();
        return
        [
            .. history.Violations,
            .. played.GroupBy(static step => step.Key, StringComparer.Ordinal).SelectMany(group => Effects(history, journal, [.. group])),
            .. Order(history, journal, played),
        ];
    }

    /// <summary>
    /// The service cannot tell writes with one key apart, and neither can the caller. So they are counted together: each applied one had
    /// one effect, each one that is unknown had one or none, and no other one had any.
    /// </summary>
    private static IEnumerable<string> Effects(JourneyHistory history, List<SandboxJournalEntry> journal, List<PlayedStep> steps)
    {
        var effects = journal.Count(entry => IsOf(history, entry, steps[0]));
        var applied = steps.Count(static step => step.Known == Reported.Applied);
        var unknown = steps.Count(static step => step.Known is Reported.Unknown or null);

        // Only one of these can have been applied: the others were refused because of it.
        var isOnce = steps[0].IsRepeatable;
        var (least, most) = isOnce ? (Math.Min(applied, 1), applied + unknown > 0 ? 1 : 0) : (applied, applied + unknown);
        if (effects < least || effects > most)
        {
            yield return $"{history.Plan}\n{string.Join('\n', steps)}\n{applied} applied and {unknown} unknown, "
                + $"and {effects} time(s) in the journal.";
        }
    }

    private static bool IsOf(JourneyHistory history, SandboxJournalEntry entry, PlayedStep step) => step switch
    {
        { Refunded: { } purchase } => entry.Type == "POINTS_RETURNED" && entry.PurchaseId == purchase.TransactionId,
        _ when entry.MemberId != history.MemberOf(step) => false,
        { Plan.Kind: JourneyStepKind.Adjust } => entry.Reason == $"[#step-{step.Plan.Number}]",
        { Plan.Kind: JourneyStepKind.Pay } => entry.Type == "POINTS_SPENT_ON_ORDER"
            && entry.OrderId == history.OrderIdOf(step),
        { Plan.Kind: JourneyStepKind.Activate } => entry.Type == "PENDING_POINTS_ACTIVATED" && entry.ResourceId == history.BucketOf(step),
        { Plan.Kind: JourneyStepKind.Cancel } => entry.Type == "PENDING_POINTS_CANCELED" && entry.ResourceId == history.BucketOf(step),
        { Plan.Kind: JourneyStepKind.Expire } => entry.Type == "ADMIN_POINTS_EXPIRATION" && entry.ResourceId == history.BucketOf(step),
        _ => entry.Type == "POINTS_SPENT_ON_REWARD",
    };

    /// <summary>
    /// A step whose calls all knew their outcome is applied before each one for the member that was called for the first time after them.
    /// </summary>
    private static IEnumerable<string> Order(JourneyHistory history, List<SandboxJournalEntry> journal, List<PlayedStep> played)
    {
        // A step may have the transaction of another one that is about the same, and that was there before.
        var swapped = played.GroupBy(static step => step.Key, StringComparer.Ordinal)
            .Where(static group => group.Count() > 1 && group.Any(static step => step.IsRepeatable || step.WasUnknown))
            .Select(static group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        var placed = played
            .Where(step => !swapped.Contains(step.Key))
            .Where(static step => step is { Refunded: null, WasUnknown: false, Known: Reported.Applied, TransactionId: not null })
            .Select(step => (Step: step, Entry: journal.Find(entry => Names(entry, step.TransactionId!))))
            .Where(static pair => pair.Entry is not null)
            .ToList();
        foreach (var (first, entry) in placed)
        {
            foreach (var (second, later) in placed.Where(pair => pair.Step.FirstCall > first.LastCall))
            {
                if (later!.Sequence < entry!.Sequence && history.MemberOf(first) == history.MemberOf(second))
                {
                    yield return $"{history.Plan}\n{first} was called before {second}, but is after it in the journal.";
                }
            }
        }
    }

    private static bool Names(SandboxJournalEntry entry, string id) =>
        entry.TransactionId == id || entry.OrderTransactionId == id || (entry.PurchaseId == id && entry.Type == "POINTS_SPENT_ON_REWARD");
}
