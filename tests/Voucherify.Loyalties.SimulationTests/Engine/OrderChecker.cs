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
        var made = calls.TakeWhile(call => call == calls[0] || call.CalledAt <= committedAt).ToList();
        if (made.TrueForAll(static call => call.Reported is not Reported.Applied)
            && made.FindLast(static call => call.Reported is Reported.Unknown or null) is { Reported: not null } unknown)
        {
            return history.Plan.KeepsCardsOpen || WasReopened(history, entry, calls[0].CalledAt) ? null : FirstOfJoined(unknown);
        }

        return calls.FirstOrDefault(static call => call.Reported == Reported.Applied) is { } applied ? FirstOfJoined(applied) : null;
    }

    private static bool WasReopened(History history, SandboxJournalEntry entry, TimeSpan since) => history.Reopened.Exists(
        reopened => reopened.Card == entry.CardCode && reopened.At >= since && reopened.At <= entry.CommittedAt - VirtualClock.Start);

    /// <summary>A call that joins another one takes its place in the order.</summary>
    private static ClientCall FirstOfJoined(ClientCall call)
    {
        while (call.IsOnce && call.Operation.Calls.Find(other => OnceChecker.IsJoinedBy(other, call)) is { } leader)
        {
            call = leader;
        }

        return call;
    }
}
