using Voucherify.Loyalties.Internal;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A change that can be found again by its <c>source_id</c>.</summary>
/// <param name="Plan">What to send.</param>
/// <param name="Cards">The cards whose points it moves.</param>
/// <param name="Expected">The transactions that it leaves if it was applied.</param>
/// <param name="Recover">Makes the answer from these transactions, once all were found.</param>
internal sealed record ReconciledWrite<TAnswer>(
    CallPlan<TAnswer> Plan,
    IReadOnlyList<string> Cards,
    IReadOnlyList<ExpectedTransaction> Expected,
    Func<IReadOnlyList<LoyaltyTransaction>, CancellationToken, Task<TAnswer>> Recover)
    where TAnswer : class
{
    public ResumeOptions Resume { get; init; } = ReconciledWrite.NeverSent;

    public required TimeSpan Timeout { get; init; }
}

/// <summary>What all changes share.</summary>
internal static class ReconciledWrite
{
    /// <summary>A change that is sent for the first time, which is nearly every one: made once for all of them.</summary>
    public static readonly ResumeOptions NeverSent = new() { Prior = PriorAttempt.None };
}
