using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Ordering;

/// <summary>When a write that may still be applied was sent, by the client's monotonic clock.</summary>
/// <param name="First">The first send; null if it is not known.</param>
/// <param name="Last">The last send.</param>
/// <param name="Window">How long after the last send the write can still be applied.</param>
internal sealed record SentRecord(long? First, long Last, TimeSpan Window)
{
    /// <summary>The transaction that the service has recorded for it; null if it has named none.</summary>
    public string? RecordedAs { get; init; }

    /// <summary>Whether that transaction is only assumed to be this write.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>Returns when the window passes, by the monotonic clock.</summary>
    public long EndsAt(TimeProvider time) => time.EndOf(Last, Window);
}
