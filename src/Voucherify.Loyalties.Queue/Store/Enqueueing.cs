namespace Voucherify.Loyalties.Queue.Store;

/// <summary>Stores new rows (rule 1).</summary>
internal static class Enqueueing
{
    /// <summary>Stores those that are not there yet.</summary>
    /// <exception cref="LoyaltySourceIdConflictException">An id belongs to an adjustment with other points; nothing was stored.</exception>
    public static EnqueueResult Enqueue(
        this IQueueRows rows, IReadOnlyCollection<QueuedItem> items, string? jobId, string? traceParent, DateTimeOffset now)
    {
        var added = new List<QueuedItem>();
        var ids = new Dictionary<(string, string), long>();
        foreach (var item in items)
        {
            var key = (item.CardKey, item.SourceId);
            var known = ids.TryGetValue(key, out var points) ? points : rows.Find(item.CardKey, item.SourceId)?.Item.Points;
            if (known is { } other && other != item.Points)
            {
                throw new LoyaltySourceIdConflictException(
                    $"The source_id '{item.SourceId}' is in the queue already, with {other} points instead of {item.Points}. "
                        + "Nothing was enqueued.")
                {
                    SourceId = item.SourceId,
                };
            }

            if (known is null)
            {
                ids.Add(key, item.Points);
                added.Add(item);
            }
        }

        foreach (var item in added)
        {
            rows.Insert(new StoredAdjustment { Item = item, JobId = jobId, TraceParent = traceParent, EnqueuedAt = now });
        }

        return new(added.Count, items.Count - added.Count);
    }
}
