namespace Voucherify.Loyalties.Queue;

/// <summary>A difference between a job and the service.</summary>
/// <param name="Kind">How they differ.</param>
/// <param name="SourceId">The id of the adjustment.</param>
/// <param name="TransactionId">The transaction that shows it; null if it is missing or not known.</param>
public sealed record Difference(DifferenceKind Kind, string SourceId, string? TransactionId);
