using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A change that can be found again by its <c>source_id</c>.</summary>
/// <param name="call">What to send.</param>
/// <param name="cards">The cards whose points it moves.</param>
/// <param name="recover">Makes the answer from these transactions, once all were found.</param>
internal sealed class ReconciledWrite<TAnswer>(
    AnsweredCall<TAnswer> call,
    string[] cards,
    Func<IReadOnlyList<LoyaltyTransaction>, CancellationToken, Task<TAnswer>> recover)
    where TAnswer : class
{
    public AnsweredCall<TAnswer> Call { get; } = call;

    public string[] Cards { get; } = cards;

    public Func<IReadOnlyList<LoyaltyTransaction>, CancellationToken, Task<TAnswer>> Recover { get; } = recover;

    public ResumeOptions Resume { get; init; } = ReconciledWrite.NeverSent;

    /// <summary>How many requests have left.</summary>
    public int Attempts { get; private set; }

    /// <summary>The status of the last answer; 0 while there is none.</summary>
    public int Status { get; private set; }

    /// <summary>Whether the change was found in the transactions.</summary>
    public bool WasFound { get; set; }

    /// <summary>Takes down how a phase of sending ended.</summary>
    public void Sent(LoyaltyCall call)
    {
        Attempts += call.Attempts;
        Status = call.Status > 0 ? call.Status : Status;
    }

    /// <summary>The transactions that it leaves if it was applied. Nearly no change is ever looked for, so they are named only then.</summary>
    public ExpectedTransaction[] Expected() => ExpectedTransaction.Of(Call.Subject!);
}

/// <summary>What all changes share.</summary>
internal static class ReconciledWrite
{
    /// <summary>A change that is sent for the first time, which is nearly every one: made once for all of them.</summary>
    public static readonly ResumeOptions NeverSent = new() { Prior = PriorAttempt.None };
}
