using System.Runtime.ExceptionServices;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A caller that has joined another call for the same adjustment.</summary>
/// <param name="ended">Completed when that call has ended.</param>
internal sealed class JoinedAdjustment(TaskCompletionSource ended)
{
    private AdjustmentOutcome _outcome;
    private volatile bool _isComplete;

    /// <summary>Completed when the other call has ended.</summary>
    public TaskCompletionSource Ended { get; } = ended;

    /// <summary>Whether the other call has ended.</summary>
    public bool IsComplete => _isComplete;

    public void Complete(AdjustmentOutcome outcome)
    {
        _outcome = outcome;
        _isComplete = true;
        Ended.TrySetResult();
    }

    /// <summary>Returns the result of the other call; null if that call gave up, or if its outcome is unknown.</summary>
    /// <exception cref="LoyaltyApiException">The service refused the adjustment.</exception>
    public BalanceResult? TakeResult()
    {
        // Other failures are about the other caller: about its timeout, its handlers, or its send guard.
        if (_outcome.Failure is LoyaltyApiException refusal)
        {
            ExceptionDispatchInfo.Throw(refusal);
        }

        // A copy: the result can be written to, and each caller has its own.
        return _outcome.Result is { } result ? result with { } : null;
    }
}
