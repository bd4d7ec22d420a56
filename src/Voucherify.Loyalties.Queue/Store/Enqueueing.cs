namespace Voucherify.Loyalties.Queue.Store;

/// <summary>
/// Stores new rows (rules 1 and 3). It only inserts and reads, so that a transaction of the program holds up no worker. Another transaction
/// may store the same row at the same time: the store then waits for its end, and the row is read again.
/// </summary>
internal static class Enqueueing
{
    /// <summary>Stores those that are not there yet.</summary>
    /// <exception cref="LoyaltySourceIdConflictException">An id belongs to an adjustment with other points; nothing was stored.</exception>
    public static EnqueueResult Enqueue(
        this IQueueRows rows, IReadOnlyCollection<QueuedItem> items, string? jobId, string? traceParent, DateTimeOffset now)
    {
        var distinct = DistinctOf(items);
        var known = Check(rows, distinct);
        var missing = distinct.Where(one => !known.ContainsKey(one.Key)).Select(one => new StoredAdjustment
        {
            Item = one.Value,
            JobId = jobId,
            TraceParent = traceParent,
            EnqueuedAt = now,
        }).ToList();
        var added = missing.Count == 0 ? 0 : rows.Insert(missing);
        if (added < missing.Count)
        {
            Check(rows, distinct);
        }

        return new(added, items.Count - added);
    }

    private static Dictionary<(string CardKey, string SourceId), QueuedItem> DistinctOf(IReadOnlyCollection<QueuedItem> items)
    {
        var distinct = new Dictionary<(string CardKey, string SourceId), QueuedItem>(items.Count);
        foreach (var item in items)
        {
            if (!distinct.TryAdd((item.CardKey, item.SourceId), item))
            {
                Check(item, distinct[(item.CardKey, item.SourceId)].Points);
            }
        }

        return distinct;
    }

    private static IReadOnlyDictionary<(string CardKey, string SourceId), StoredAdjustment> Check(
        IQueueRows rows, Dictionary<(string CardKey, string SourceId), QueuedItem> items)
    {
        var known = rows.Find(items.Keys);
        foreach (var (key, row) in known)
        {
            Check(items[key], row.Item.Points);
        }

        return known;
    }

    private static void Check(QueuedItem item, long points)
    {
        if (points != item.Points)
        {
            throw new LoyaltySourceIdConflictException(
                $"The source_id '{item.SourceId}' is in the queue already, with {points} points instead of {item.Points}. "
                    + "Nothing was enqueued.")
            {
                SourceId = item.SourceId,
            };
        }
    }
}
