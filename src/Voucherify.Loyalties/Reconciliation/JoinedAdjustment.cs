using System.Runtime.ExceptionServices;
using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A caller that has joined another call for the same adjustment.</summary>
internal sealed class JoinedAdjustment(ClientClock clock)
{
    private readonly object _gate = new();
    private TaskCompletionSource? _signal;
    private AdjustmentOutcome _outcome;
    private bool _hasEnded;

    /// <summary>The turn of the other call, or its place in the queue, if this caller takes over; otherwise null.</summary>
    public CardTicket? Turn { get; private set; }

    /// <summary>Since when the outcome of the other call is unknown; null if it is known.</summary>
    public long? UnknownSince { get; private set; }

    /// <summary>Tells the caller how the other call ended.</summary>
    public void TryComplete(AdjustmentOutcome outcome) => TryEnd(() => _outcome = outcome);

    /// <summary>Leaves the turn of the other call to this caller.</summary>
    /// <returns>False if this caller has given up.</returns>
    public bool TryInherit(CardTicket ticket) => TryEnd(() => Turn = ticket);

    /// <summary>Gives up the wait.</summary>
    /// <returns>False if the other call has ended at the same time.</returns>
    public bool TryAbandon() => TryEnd(static () => { });

    /// <summary>Tells the caller since when the outcome of the other call is unknown.</summary>
    public void SetUnknownSince(long? since)
    {
        lock (_gate)
        {
            UnknownSince = since;
            _signal?.TrySetResult();
        }
    }

    /// <summary>Returns what to wait for; null when the other call has ended.</summary>
    public TaskCompletionSource? NextSignal()
    {
        lock (_gate)
        {
            return _hasEnded ? null : _signal = clock.NewSource();
        }
    }

    /// <summary>Returns the result of the other call; null if that call gave up, or if its outcome is unknown.</summary>
    /// <exception cref="LoyaltyApiException">The service refused the adjustment.</exception>
    /// <exception cref="LoyaltyTransactionRejectedException">The service recorded the adjustment and rejected it.</exception>
    public IWriteResult? TakeResult()
    {
        // Other failures are about the other caller: about its timeout, its handlers, or its send guard.
        if (AdjustmentOutcome.IsRefusal(_outcome.Failure))
        {
            ExceptionDispatchInfo.Throw(_outcome.Failure!);
        }

        return _outcome.Result?.Copy();
    }

    private bool TryEnd(Action end)
    {
        lock (_gate)
        {
            if (_hasEnded)
            {
                return false;
            }

            end();
            _hasEnded = true;
            _signal?.TrySetResult();
            return true;
        }
    }
}
