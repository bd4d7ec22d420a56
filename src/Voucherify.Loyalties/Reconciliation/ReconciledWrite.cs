using Voucherify.Loyalties.Internal;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A change that can be found again by its <c>source_id</c>.</summary>
/// <param name="Call">What to send.</param>
/// <param name="Cards">The cards whose points it moves.</param>
/// <param name="Recover">Makes the answer from these transactions, once all were found.</param>
internal sealed record ReconciledWrite<TAnswer>(
    AnsweredCall<TAnswer> Call,
    string[] Cards,
    Func<IReadOnlyList<LoyaltyTransaction>, CancellationToken, Task<TAnswer>> Recover)
    where TAnswer : class
{
    public ResumeOptions Resume { get; init; } = ReconciledWrite.NeverSent;

    /// <summary>The transactions that it leaves if it was applied. Nearly no change is ever looked for, so they are named only then.</summary>
    public ExpectedTransaction[] Expected() => ExpectedTransaction.Of(Call.Subject!);
}

/// <summary>What all changes share.</summary>
internal static class ReconciledWrite
{
    /// <summary>A change that is sent for the first time, which is nearly every one: made once for all of them.</summary>
    public static readonly ResumeOptions NeverSent = new() { Prior = PriorAttempt.None };
}
