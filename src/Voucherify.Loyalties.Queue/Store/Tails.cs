namespace Voucherify.Loyalties.Queue.Store;

/// <summary>
/// Decides when the list of a campaign is read, and by whom (rule 14). A second reader would do no harm, so a lease by time is enough; each
/// reader pays with calls, though.
/// </summary>
internal static class Tails
{
    private static readonly TimeSpan ShortInterval = TimeSpan.FromSeconds(2);

    /// <summary>How long a worker that says nothing keeps a list.</summary>
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(8);

    /// <summary>Whether a list is due, and no other worker reads it.</summary>
    public static bool IsDue(this TailPosition tail, string owner, TimeSpan settleInterval, DateTimeOffset now)
    {
        if (tail.Stored is not { } stored)
        {
            return true;
        }

        // A lease that is longer than any was given by a clock that has gone back.
        var isLeased = stored.LeasedUntil > now && stored.LeasedUntil <= now + LeaseTime && stored.Owner != owner;
        var interval = tail.HasLost && stored.IsShort && ShortInterval < settleInterval ? ShortInterval : settleInterval;
        return !isLeased && (now - stored.ReadAt >= interval || stored.ReadAt > now);
    }

    /// <summary>Takes a list that is due, and the call for its first page.</summary>
    /// <returns>Whether this worker has it. A list that is needed for the first time has nothing yet, so it is only noted.</returns>
    public static bool TakeTail(
        this IQueueRows rows, TailPosition tail, string owner, TimeSpan settleInterval, CallLimits limits, DateTimeOffset now)
    {
        if (rows.GetTail(tail.Campaign) is not { } stored)
        {
            rows.Save(new StoredTail { Campaign = tail.Campaign, ReadAt = now, IsShort = true });
            return false;
        }

        return (tail with { Stored = stored }).IsDue(owner, settleInterval, now) && Keep(rows, stored, owner, limits, now);
    }

    /// <summary>Keeps a list, and takes the call for its next page.</summary>
    /// <returns>False if there is no call, or if another worker has taken the list.</returns>
    public static bool KeepTail(this IQueueRows rows, string campaign, string owner, CallLimits limits, DateTimeOffset now) =>
        rows.GetTail(campaign) is { } stored && stored.Owner == owner && Keep(rows, stored, owner, limits, now);

    /// <summary>Ends a reading.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="owner">The worker.</param>
    /// <param name="readUntil">The service's clock, if the reading was complete. Otherwise the next one begins at the same place.</param>
    /// <param name="isShort">Whether it was one page at most.</param>
    /// <param name="now">The time of the store.</param>
    public static void LeaveTail(
        this IQueueRows rows, string campaign, string owner, DateTimeOffset? readUntil, bool isShort, DateTimeOffset now)
    {
        if (rows.GetTail(campaign) is { } stored && stored.Owner == owner)
        {
            rows.Save(stored with
            {
                ReadUntil = readUntil ?? stored.ReadUntil,
                ReadAt = now,
                IsShort = isShort,
                Owner = null,
                LeasedUntil = null,
            });
        }
    }

    private static bool Keep(IQueueRows rows, StoredTail stored, string owner, CallLimits limits, DateTimeOffset now)
    {
        if (!rows.TryTake(1, limits, now))
        {
            return false;
        }

        rows.Save(stored with { Owner = owner, LeasedUntil = now + LeaseTime });
        return true;
    }
}
