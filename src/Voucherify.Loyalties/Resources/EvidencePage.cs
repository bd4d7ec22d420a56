namespace Voucherify.Loyalties.Resources;

/// <summary>A page of a list that was read as evidence.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Next">The cursor of the next page; null if this is the last one.</param>
/// <param name="Date">The service's clock at the response.</param>
/// <param name="IsCached">Whether a cache stored the page some time ago.</param>
internal readonly record struct EvidencePage<T>(IReadOnlyList<T> Rows, string? Next, DateTimeOffset? Date, bool IsCached);
