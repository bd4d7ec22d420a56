namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A caller that has joined another call for the same adjustment.</summary>
/// <param name="ended">Completed when that call has ended.</param>
internal sealed class JoinedAdjustment(TaskCompletionSource ended)
{
    private volatile bool _isComplete;

    /// <summary>Completed when the other call has ended.</summary>
    public TaskCompletionSource Ended { get; } = ended;

    /// <summary>Whether the other call has ended.</summary>
    public bool IsComplete => _isComplete;

    /// <summary>How the other call ended.</summary>
    public AdjustmentOutcome Outcome { get; private set; }

    public void Complete(AdjustmentOutcome outcome)
    {
        Outcome = outcome;
        _isComplete = true;
        Ended.TrySetResult();
    }
}
