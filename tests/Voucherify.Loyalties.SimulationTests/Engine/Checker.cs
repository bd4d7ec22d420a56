using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>Compares what the clients reported with what the service did. Only the sandbox's journal tells what it did.</summary>
internal static class Checker
{
    /// <summary>Returns the promises that a history broke.</summary>
    public static IReadOnlyList<string> Check(History history)
    {
        var journal = history.Sandbox.Journal;
        var operations = history.Operations;
        List<string> broken = [.. history.Violations];
        broken.AddRange(operations.SelectMany(operation => Effects(operation, journal)));
        foreach (var call in operations.SelectMany(static operation => operation.Calls))
        {
            broken.AddRange([.. Trust(call), .. Patience(history, call)]);
        }

        foreach (var card in operations.SelectMany(static operation => operation.Plan.Cards).Distinct())
        {
            SimulatedOperation[] touching = [.. operations.Where(operation => operation.Plan.Cards.Contains(card))];
            SandboxJournalEntry[] entries = [.. journal.Where(entry => entry.CardCode == card)];
            broken.AddRange(Ledger(history, card, touching, entries));
            broken.AddRange(OrderChecker.Check(history, card, touching, entries));
        }

        broken.AddRange(operations.SelectMany(operation => Balances(history, operation, journal)));
        broken.AddRange(operations.SelectMany(operation => OnceChecker.Check(history, operation, journal)));
        broken.AddRange(WaitChecker.Check(history));
        return broken;
    }

    private static IEnumerable<string> Effects(SimulatedOperation operation, IReadOnlyList<SandboxJournalEntry> journal)
    {
        foreach (var effect in operation.Plan.Effects)
        {
            var times = journal.Count(entry => effect.IsIn(entry));
            var isRight = operation.Known switch
            {
                Reported.Applied => times == 1,
                Reported.NotApplied => times == 0,
                Reported.Conflict => times == 0 && operation.Plan.ForeignPoints is not null,
                _ => false,
            };
            if (!isRight)
            {
                var reported = operation.Known?.ToString() ?? "nothing";
                yield return $"{effect.SourceId} was reported as {reported} in the end, and is {times} time(s) in the journal.";
            }
        }
    }

    // Only the service can say no, and whatever else is in its response, it has said yes.
    private static IEnumerable<string> Trust(ClientCall call)
    {
        if (call.TrustsForeignResponse)
        {
            yield return $"{call.Operation.Plan.SourceId} was reported as rejected, but not by the service.";
        }

        if (call is { IsConfirmed: true, IsCancelled: false, Abandoned: false } and not { Reported: Reported.Applied, Recovered: false })
        {
            yield return $"{call.Operation.Plan.SourceId} was confirmed by the service, and was reported as {call.Reported}.";
        }
    }

    // A search ends when it is refused, and not before its time is over because it failed.
    private static IEnumerable<string> Patience(History history, ClientCall call)
    {
        if (call.Lookups.WentOn)
        {
            yield return $"{call.Operation.Plan.SourceId} was refused a lookup, and went on.";
        }

        // A call that did not wait before its first request has begun when it was made. A refused token ends a search too, and may have
        // been requested by another call.
        if (call is { Reported: Reported.Unknown, IsCancelled: false, Abandoned: false, Lookups.HasOnlyFailed: true }
            && call.Lookups.BeganAt == call.CalledAt
            && !history.Plan.UsesTokens
            && call.EndedAt - call.CalledAt + history.Plan.MaxLookupDelay + history.Plan.AttemptTimeout < TimeOf(history, call))
        {
            yield return $"{call.Operation.Plan.SourceId} gave up after a lookup that only failed.";
        }
    }

    private static TimeSpan TimeOf(History history, ClientCall call) =>
        !call.IsResume && history.Plan.OutcomeTimeout is var patience && patience >= TimeSpan.Zero && patience < call.Timeout
            ? patience
            : call.Timeout;

    private static IEnumerable<string> Ledger(History history, string card, SimulatedOperation[] touching, SandboxJournalEntry[] entries)
    {
        var balance = history.Sandbox.V1.GetCard(card).Balance;
        var effects = touching
            .SelectMany(static operation => operation.Plan.Effects, static (operation, effect) => (operation.Known, Effect: effect))
            .Where(pair => pair.Effect.Card == card)
            .ToList();
        var acknowledged = effects
            .Where(static pair => pair.Known == Reported.Applied)
            .Sum(pair => Array.Find(entries, entry => pair.Effect.IsIn(entry))?.Points ?? pair.Effect.Points);
        var unclear = entries
            .Where(entry => !effects.Exists(pair => pair.Known != Reported.Conflict && pair.Effect.IsIn(entry)))
            .Sum(static entry => entry.Points);
        if (balance != history.Plan.OpeningPoints + acknowledged + unclear)
        {
            yield return $"{card} has {balance} points, not {history.Plan.OpeningPoints} + {acknowledged} + {unclear}.";
        }
    }

    /// <summary>
    /// The first client has its cards to itself, unless another caller changes them. Each balance that it returns is then the journal's.
    /// </summary>
    private static IEnumerable<string> Balances(History history, SimulatedOperation operation, IReadOnlyList<SandboxJournalEntry> journal)
    {
        if (operation.Plan.Effects is not [var effect])
        {
            yield break;
        }

        var isShared = history.Plan.KeepsCardsOpen || history.Operations.Any(other =>
            other.Plan.Cards.Contains(effect.Card) && (other.Plan.ForeignPoints is not null || other.Plan.OutsideQueue))
            || history.Reopened.Exists(reopened => reopened.Card == effect.Card);
        foreach (var call in operation.Calls.Where(call => call.Balance is not null && (call.Recovered || (call.Client == 1 && !isShared))))
        {
            if (journal.Where(effect.IsIn).ToList() is [var entry]
                && entry.BalanceAfter != call.Balance
                && (call.Recovered || !IsOvertaken(history, call, entry, journal)))
            {
                yield return $"{operation.Plan.SourceId} returned a balance of {call.Balance}, and the journal says {entry.BalanceAfter}.";
            }
        }
    }

    /// <summary>
    /// Whether an adjustment of a later client was applied first. That client does not know what the one before has just sent.
    /// </summary>
    private static bool IsOvertaken(
        History history, ClientCall call, SandboxJournalEntry entry, IReadOnlyList<SandboxJournalEntry> journal)
    {
        var ofLaterClients = history.Operations.Where(operation => operation.Calls.Exists(other => other.Client > call.Client))
            .SelectMany(static operation => operation.Plan.Effects)
            .ToList();
        return journal.Any(earlier =>
            earlier.Sequence < entry.Sequence
            && earlier.CardCode == entry.CardCode
            && ofLaterClients.Exists(effect => effect.IsIn(earlier)));
    }
}
