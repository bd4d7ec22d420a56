using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>Compares what clients said with what the service did: the sandbox's journal, and nothing else.</summary>
internal static class Checker
{
    /// <summary>The promises that a history broke.</summary>
    public static IReadOnlyList<string> Check(History history)
    {
        var journal = history.Sandbox.Journal;
        var operations = history.Operations;
        List<string> broken = [.. history.Violations];
        broken.AddRange(operations.SelectMany(operation => Effects(operation, journal)));
        broken.AddRange(operations.GroupBy(static operation => operation.Plan.Card).SelectMany(card => Ledger(history, card.Key, journal)));
        broken.AddRange(operations.GroupBy(static operation => operation.Plan.Card).SelectMany(card => Order(history, [.. card], journal)));
        broken.AddRange(operations.SelectMany(operation => Balances(history, operation, journal)));
        return broken;
    }

    private static SandboxJournalEntry[] EntriesOf(SimulatedOperation operation, IReadOnlyList<SandboxJournalEntry> journal) =>
        [.. journal.Where(entry => entry.SourceId == operation.Plan.SourceId && entry.Points == operation.Plan.Points)];

    private static IEnumerable<string> Effects(SimulatedOperation operation, IReadOnlyList<SandboxJournalEntry> journal)
    {
        var times = EntriesOf(operation, journal).Length;
        var isRight = operation.Known switch
        {
            Reported.Applied => times == 1,
            Reported.NotApplied => times == 0,
            Reported.Conflict => times <= 1 && operation.Plan.ForeignPoints is not null,
            _ => false,
        };
        if (!isRight)
        {
            yield return $"{operation.Plan.SourceId} was reported as {operation.Known?.ToString() ?? "nothing"} in the end, and is {times} time(s) in the journal.";
        }
    }

    private static IEnumerable<string> Ledger(History history, string card, IReadOnlyList<SandboxJournalEntry> journal)
    {
        var balance = history.Sandbox.GetCard(card).Balance;
        var known = history.Operations.Where(operation => operation.Plan.Card == card);
        var acknowledged = known.Where(static operation => operation.Known == Reported.Applied).Sum(static operation => operation.Plan.Points);
        var unclear = journal.Where(entry => entry.CardCode == card && !known.Any(operation =>
            operation.Known != Reported.Conflict && operation.Plan.SourceId == entry.SourceId && operation.Plan.Points == entry.Points)).Sum(static entry => entry.Points);
        if (balance != history.Plan.OpeningPoints + acknowledged + unclear)
        {
            yield return $"{card} has {balance} points, not {history.Plan.OpeningPoints} + {acknowledged} + {unclear}.";
        }
    }

    /// <summary>After a call that ended as applied come all changes that were called for later, on the same client.</summary>
    private static IEnumerable<string> Order(History history, IReadOnlyList<SimulatedOperation> card, IReadOnlyList<SandboxJournalEntry> journal)
    {
        foreach (var before in card)
        {
            if (EntriesOf(before, journal) is not [var entry] || AnchorOf(history, before, entry) is not { } anchor)
            {
                continue;
            }

            foreach (var after in card)
            {
                if (after != before
                    && after.Calls is [var first, ..]
                    && first.Client == anchor.Client
                    && first.Number > anchor.Number
                    && EntriesOf(after, journal).Any(other => other.Sequence < entry.Sequence))
                {
                    yield return $"{after.Plan.SourceId} was called for after {before.Plan.SourceId}, but stands before it in the journal.";
                }
            }
        }
    }

    /// <summary>The call whose place in the order an effect has.</summary>
    private static ClientCall? AnchorOf(History history, SimulatedOperation operation, SandboxJournalEntry entry)
    {
        var calls = operation.Calls;
        if (operation.Plan.ForeignPoints is not null)
        {
            return null;
        }

        // What took effect while its card was closed for it came before everything that waited.
        var committedAt = entry.CommittedAt - VirtualClock.Start;
        return calls[0].Reported == Reported.Unknown && (calls.Count == 1 || committedAt < calls[1].CalledAt)
            ? calls[0]
            : calls.FirstOrDefault(static call => call.Reported == Reported.Applied);
    }

    /// <summary>The first client has its cards to itself, unless somebody else changes them: each answer's balance is the ledger's.</summary>
    private static IEnumerable<string> Balances(History history, SimulatedOperation operation, IReadOnlyList<SandboxJournalEntry> journal)
    {
        var isShared = history.Operations.Any(other => other.Plan.Card == operation.Plan.Card && other.Plan.ForeignPoints is not null);
        foreach (var call in operation.Calls.Where(call => call.Balance is not null && (call.Recovered || (call.Client == 1 && !isShared))))
        {
            if (EntriesOf(operation, journal) is [var entry] && entry.BalanceAfter != call.Balance)
            {
                yield return $"{operation.Plan.SourceId} was answered with a balance of {call.Balance}, and the journal says {entry.BalanceAfter}.";
            }
        }
    }
}
