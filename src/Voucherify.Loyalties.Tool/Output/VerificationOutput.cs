namespace Voucherify.Loyalties.Tool.Output;

/// <summary>The comparison of a job with the transactions of its programs.</summary>
internal sealed record VerificationOutput(
    bool IsComplete, long Matched, long NotCompared, IReadOnlyList<DifferenceOutput> Differences);
