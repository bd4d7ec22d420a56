namespace Voucherify.Loyalties.Queue.Store;

/// <summary>Claims the heads of lines, and says whether a claim still holds (rules 5, 8, 11 and 12).</summary>
internal static class Claiming
{
    /// <summary>How long after a pause, or after the last probe, one item may be sent to see whether the reason is gone.</summary>
    public static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(60);

    /// <summary>Claims up to as many rows as slots are free. Without a call in the budget there is no claim.</summary>
    /// <exception cref="AdjustmentStoreException">The store is no longer the one that the worker started with.</exception>
    public static IReadOnlyList<Claim> Claim(this IQueueRows rows, ClaimRequest request, DateTimeOffset now)
    {
        CheckIdentity(rows.State, request.StoreId, request.Epoch);
        if (rows.State.IsRestored)
        {
            return [];
        }

        var max = Admitted(rows, request, now);
        var claims = new List<Claim>();
        var lines = max == 0 ? [] : rows.ListClaimable(now, max);
        var heads = rows.Get([.. lines.Select(static line => line.HeadId!.Value)]);
        foreach (var line in lines)
        {
            if (heads.GetValueOrDefault(line.HeadId!.Value) is not { } row || !rows.TryTake(row.MaybeSent ? 2 : 1, request.Limits, now))
            {
                break;
            }

            claims.Add(Take(rows, line, row, request, now));
        }

        if (claims.Count > 0)
        {
            rows.State = rows.State with { Beat = rows.State.Beat + 1, LastClaimAt = now };
        }

        return claims;
    }

    /// <summary>Whether a row may still be sent for this claim.</summary>
    public static bool IsOwned(this IQueueRows rows, Claim claim, TimeSpan sendWindow, DateTimeOffset now) =>
        rows.State.Epoch == claim.Epoch
        && !rows.State.IsRestored
        && rows.Get(claim.Row.Id) is { State: AdjustmentState.Sending } row
        && row.SendNo == claim.Row.SendNo
        && row.Owner == claim.Row.Owner
        && now - claim.ClaimedAt <= sendWindow;

    /// <summary>Refuses a store that was replaced or restored.</summary>
    /// <exception cref="AdjustmentStoreException">It was.</exception>
    public static void CheckIdentity(QueueState state, string storeId, long epoch)
    {
        if (state.StoreId != storeId)
        {
            throw new AdjustmentStoreException("The store was replaced by another one while this worker ran. The worker stops.")
            {
                IsReplaced = true,
            };
        }

        if (state.Epoch != epoch)
        {
            throw new AdjustmentStoreException("The store was restored from a copy while this worker ran. The worker begins anew.")
            {
                IsRestored = true,
            };
        }
    }

    // While the queue is paused, only a probe leaves. The cap of a cycle needs no probe: the count itself tells.
    private static int Admitted(IQueueRows rows, ClaimRequest request, DateTimeOffset now)
    {
        var state = rows.State;
        if (state.Pause is null)
        {
            return request.Max;
        }

        if (state.Pause is { Kind: AdjustmentErrorKinds.Cycle, Status: null })
        {
            return rows.TryTake(0, request.Limits, now) && rows.State.Pause is null ? request.Max : 0;
        }

        if (state.Pause.Kind == AdjustmentErrorKinds.Operator || state.ProbeAt > now || request.Max == 0)
        {
            return 0;
        }

        rows.State = state with { ProbeAt = now + ProbeInterval };
        return 1;
    }

    private static Claim Take(IQueueRows rows, CardLine line, StoredAdjustment row, ClaimRequest request, DateTimeOffset now)
    {
        var (first, last) = (row.FirstSentAt, row.LastSentAt);
        row.State = AdjustmentState.Sending;
        row.SendNo++;
        row.Owner = request.Owner;
        row.ClaimedAt = now;
        row.FirstSentAt ??= now;
        row.LastSentAt = now;
        row.NextLookAt = null;
        rows.Save(row);
        line.ClaimableAt = null;
        rows.Save(line);
        return new(row.Copy(), request.Epoch, first, last, now);
    }
}
