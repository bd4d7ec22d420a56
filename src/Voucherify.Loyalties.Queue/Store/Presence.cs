namespace Voucherify.Loyalties.Queue.Store;

/// <summary>
/// Which workers there are. Nothing that protects points depends on it: it decides whether a refused key is the fault of one worker or of
/// all (rule 11).
/// </summary>
internal static class Presence
{
    /// <summary>How often a worker shows itself.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    /// <summary>Shows a worker, and forgets those that are gone.</summary>
    public static void Show(this IQueueRows rows, string owner, bool isRefused, DateTimeOffset now)
    {
        rows.Save(new StoredWorker(owner, now, isRefused));
        rows.DeleteWorkers(now - LongestSilence);
    }

    /// <summary>Whether another worker is at work whose key is not refused.</summary>
    public static bool HasOther(this IQueueRows rows, string owner, DateTimeOffset now) =>
        rows.ListWorkers().Any(worker => worker.Owner != owner && !worker.IsRefused && now - worker.SeenAt <= LongestSilence);
}
