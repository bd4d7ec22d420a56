namespace Voucherify.Loyalties.Tool.Output;

/// <summary>Something that is not as it should be.</summary>
internal sealed record DifferenceOutput(string Kind, string SourceId, string? TransactionId);
