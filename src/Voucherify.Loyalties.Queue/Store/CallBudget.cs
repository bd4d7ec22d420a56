namespace Voucherify.Loyalties.Queue.Store;

/// <summary>Takes calls from the rate and from the cycle before they are made (rule 5).</summary>
internal static class CallBudget
{
    /// <summary>The most calls that one claim takes: a lookup and a send.</summary>
    private const int MostCalls = 2;

    /// <summary>Takes calls.</summary>
    /// <returns>False if there are not enough. If the cycle has none left, the queue is paused.</returns>
    public static bool TryTake(this IQueueRows rows, int calls, CallLimits limits, DateTimeOffset now)
    {
        var state = rows.State = InCycle(rows.State, limits, now);
        if (limits.PerCycle is { } cap && state.CallsInCycle + calls > cap)
        {
            rows.State = state with
            {
                Pause = state.Pause ?? new AdjustmentError(AdjustmentErrorKinds.Cycle, $"The {cap} calls of the cycle are used up."),
                PausedAt = state.PausedAt ?? now,
                ProbeAt = null,
            };
            return false;
        }

        var next = state.NextCallAt > now ? state.NextCallAt.Value : now;
        if (limits.PerMinute is { } perMinute)
        {
            var interval = TimeSpan.FromMinutes(1) / perMinute;
            if (next - now > interval * (limits.Burst - calls))
            {
                return false;
            }

            next += interval * calls;
        }

        rows.State = state with { NextCallAt = next, CallsInCycle = state.CallsInCycle + calls };
        return true;
    }

    /// <summary>When the rate allows a call that needs no lookup.</summary>
    public static DateTimeOffset? FreeAt(DateTimeOffset? nextCallAt, CallLimits limits) =>
        nextCallAt is { } next && limits.PerMinute is { } perMinute
            ? next - (TimeSpan.FromMinutes(1) / perMinute * (limits.Burst - 1))
            : null;

    // With another end, or after it, a new cycle begins. A pause because of the cap ends when there are calls again.
    private static QueueState InCycle(QueueState state, CallLimits limits, DateTimeOffset now)
    {
        var cycle = limits.CycleEndsAt is { } end && now >= end ? end.AddTicks(1) : limits.CycleEndsAt;
        var current = state.CycleEndsAt == cycle ? state : state with { CycleEndsAt = cycle, CallsInCycle = 0 };
        var hasCalls = limits.PerCycle is not { } cap || current.CallsInCycle + MostCalls <= cap;
        return hasCalls && current.Pause is { Kind: AdjustmentErrorKinds.Cycle, Status: null }
            ? current with { Pause = null, PausedAt = null }
            : current;
    }
}
