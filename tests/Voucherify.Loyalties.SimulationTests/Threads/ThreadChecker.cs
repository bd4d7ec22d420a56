using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>Compares what the calls of all threads reported with the sandbox's journal.</summary>
internal static class ThreadChecker
{
    /// <summary>Returns the promises that a run broke.</summary>
    public static IReadOnlyList<string> Check(ThreadJudge judge)
    {
        var journal = judge.Sandbox.Journal;
        var entries = journal.ToLookup(static entry => entry.SourceId!, StringComparer.Ordinal);
        var operations = judge.Operations.ToDictionary(static operation => operation.Plan.SourceId, StringComparer.Ordinal);
        return
        [
            .. judge.Violations,
            .. operations.Values.SelectMany(operation => Effects(operation, entries)),
            .. operations.Values.SelectMany(operation => Balance(operation, entries, judge.ReopenedCard)),
            .. judge.Cards.SelectMany(card => Ledger(judge, card, entries)),
            .. operations.Values.SelectMany(operation => Verdicts(operation, entries)),
            .. judge.Cards
                .Where(card => card != judge.ReopenedCard)
                .SelectMany(card => Order(
                [
                    .. journal.Where(entry => entry.CardCode == card).Select(entry => operations[entry.SourceId!]),
                ])),
        ];
    }

    /// <summary>Compares what the verdicts said with whether an operation is in the journal.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="isApplied">Whether it is in the journal.</param>
    /// <param name="saysLastWord">Whether a verdict is about all calls with its id.</param>
    public static IEnumerable<string> Verdicts(WatchedOperation operation, bool isApplied, bool saysLastWord = true)
    {
        if (operation.SaidApplied && !isApplied)
        {
            yield return $"It was said to be applied, and is not in the journal: {operation}";
        }

        if (isApplied && saysLastWord && operation.SaidNotAppliedAfter == operation.Sends)
        {
            yield return $"It was said to be not applied, is in the journal, and was not sent again: {operation}";
        }
    }

    /// <summary>
    /// A call that had its place in the queue before another was made is applied before it. A resumed call counts from its last resume.
    /// </summary>
    /// <param name="applied">The operations of a queue, in the order of the journal.</param>
    public static IEnumerable<string> Order(IReadOnlyList<WatchedOperation> applied)
    {
        WatchedOperation? earliest = null;
        for (var i = applied.Count - 1; i >= 0; i--)
        {
            var operation = applied[i];
            if (earliest is not null && earliest.EnteredAt < operation.CalledAt)
            {
                yield return $"The first was called before the second, and is after it in the journal:\n{earliest}\n{operation}";
            }

            if (earliest is null || operation.EnteredAt < earliest.EnteredAt)
            {
                earliest = operation;
            }
        }
    }

    private static IEnumerable<string> Effects(ThreadOperation operation, ILookup<string, SandboxJournalEntry> entries)
    {
        if (operation.IsMixed)
        {
            return MixedEffects(operation, entries);
        }

        var mine = entries[operation.Plan.SourceId].ToList();
        var expected = operation.Plan.Effects.Count;
        var isRight = operation.Known switch
        {
            Reported.Applied => mine.Count == expected && operation.Plan.Effects.All(effect => mine.Exists(entry => effect.IsIn(entry))),
            Reported.NotApplied => mine.Count == 0,
            _ => false,
        };
        return isRight && !(operation.WasCancelledBefore && mine.Count > 0)
            ? []
            : [$"{mine.Count} of {expected} entries are in the journal, and the end was {operation.Known}: {operation}"];
    }

    /// <summary>
    /// A plain call that is not refused may have an effect of its own. All other calls of the id, also those with other points, have one
    /// together.
    /// </summary>
    private static IEnumerable<string> MixedEffects(ThreadOperation operation, ILookup<string, SandboxJournalEntry> entries)
    {
        var all = entries[operation.Plan.SourceId].ToList();
        var mine = all.Count(entry => operation.Plan.Effects.All(effect => effect.IsIn(entry)));
        var others = all.Count - mine;
        var isRight = operation.Known switch
        {
            Reported.Applied => mine >= Math.Max(1, operation.PlainEffectsAtLeast),
            Reported.NotApplied => mine == 0,
            Reported.Conflict => mine == 0 && others == 1,
            _ => false,
        };
        if (!isRight
            || all.Count > operation.PlainEffectsAtMost + 1
            || others > (operation.MayHaveOtherPoints ? 1 : 0)
            || others < (operation.HasOtherPoints ? 1 : 0))
        {
            yield return $"{mine} entries are in the journal, {others} with other points, and the end was {operation.Known}: {operation}";
        }
    }

    private static IEnumerable<string> Verdicts(ThreadOperation operation, ILookup<string, SandboxJournalEntry> entries)
    {
        // A plain call may have been applied long before another one that was not.
        var isApplied = entries[operation.Plan.SourceId].Any(entry => operation.Plan.Effects.Any(effect => effect.IsIn(entry)));
        return Verdicts(operation, isApplied, saysLastWord: operation.PlainEffectsAtMost == 0);
    }

    private static IEnumerable<string> Balance(
        ThreadOperation operation, ILookup<string, SandboxJournalEntry> entries, string reopenedCard)
    {
        if (operation is { Known: Reported.Applied, Balance: { } balance }
            && operation.Plan.Receiver is null
            && operation.Plan.Card != reopenedCard
            && entries[operation.Plan.SourceId].ToList() is [var entry]
            && entry.BalanceAfter != balance)
        {
            yield return $"A balance of {balance} was returned, and the journal says {entry.BalanceAfter}: {operation}";
        }
    }

    private static IEnumerable<string> Ledger(ThreadJudge judge, string card, ILookup<string, SandboxJournalEntry> entries)
    {
        var balance = judge.Sandbox.V1.GetCard(card).Balance;
        var acknowledged = judge.Operations
            .Sum(operation => operation switch
            {
                { IsMixed: true } =>
                    entries[operation.Plan.SourceId].Where(entry => entry.CardCode == card).Sum(static entry => entry.Points),
                { Known: Reported.Applied } =>
                    operation.Plan.Effects.Where(effect => effect.Card == card).Sum(static effect => effect.Points),
                _ => 0,
            });
        if (balance != ThreadPlan.OpeningPoints + acknowledged)
        {
            yield return $"{card} has {balance} points, not {ThreadPlan.OpeningPoints} + {acknowledged}.";
        }
    }

}
