namespace Voucherify.Loyalties.Ordering;

/// <summary>When a change left that may still be applied, by the client's monotonic clock.</summary>
/// <param name="First">The first send; null when nobody knows.</param>
/// <param name="Last">The last send.</param>
/// <param name="Window">How long after the last send it can still be applied.</param>
internal sealed record SentRecord(long? First, long Last, TimeSpan Window);
