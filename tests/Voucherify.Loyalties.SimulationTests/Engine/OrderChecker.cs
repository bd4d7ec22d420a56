using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>The adjustments of a card are in the journal in the order of their calls.</summary>
internal static class OrderChecker
{
    /// <summary>An adjustment that was applied comes before all adjustments that the same client was asked for later.</summary>
    public static IEnumerable<string> Check(History history, string card, SimulatedOperation[] touching, SandboxJournalEntry[] entries)
    {
        SimulatedOperation[] queued = [.. touching.Where(static operation => !operation.Plan.OutsideQueue)];
        foreach (var before in queued)
        {
            if (FirstEntryOf(before, card, entries) is not { } entry || AnchorOf(history, before, entry) is not { } anchor)
            {
                continue;
            }

            foreach (var after in queued)
            {
                if (after != before
                    && after.Calls is [var first, ..]
                    && first.Client == anchor.Client
                    && first.Number > anchor.Number
                    && FirstEntryOf(after, card, entries)?.Sequence < entry.Sequence)
                {
                    yield return $"{after.Plan.SourceId} was called after {before.Plan.SourceId}, but is before it in the journal.";
                }
            }
        }
    }

    private static SandboxJournalEntry? FirstEntryOf(SimulatedOperation operation, string card, SandboxJournalEntry[] entries) =>
        Array.Find(entries, entry => operation.Plan.Effects.Any(effect => effect.Card == card && effect.IsIn(entry)));

    /// <summary>Returns the call that decides the place of an effect in the order, or null if none does.</summary>
    private static ClientCall? AnchorOf(History history, SimulatedOperation operation, SandboxJournalEntry entry)
    {
        var calls = operation.Calls;
        if (operation.Plan.ForeignPoints is not null)
        {
            return null;
        }

        // An effect that came while the card was closed for it is before everything that waited.
        var committedAt = entry.CommittedAt - VirtualClock.Start;
        var wasUnknown = calls[0].Reported == Reported.Unknown && (calls.Count == 1 || committedAt < calls[1].CalledAt);
        if (wasUnknown)
        {
            return history.Plan.KeepsCardsOpen ? null : calls[0];
        }

        return calls.FirstOrDefault(static call => call.Reported == Reported.Applied);
    }
}
