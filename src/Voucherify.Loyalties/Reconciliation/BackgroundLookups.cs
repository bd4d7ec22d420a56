namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// Limits how many searches in the background look up at the same time. After an outage of the service there may be one for each of
/// thousands of cards. The others wait for a slot, in their order.
/// </summary>
/// <param name="count">How many may look up at the same time.</param>
internal sealed class BackgroundLookups(int count)
{
    private readonly object _gate = new();
    private readonly LinkedList<LookupSlot> _waiting = new();
    private int _free = count;
    private bool _isClosed;

    /// <summary>Takes a slot, if one is free, or waits for one.</summary>
    /// <param name="slot">The slot of the search.</param>
    /// <param name="signal">Completed when the search gets the slot.</param>
    /// <returns>Whether the search may look up.</returns>
    public bool TryEnter(LookupSlot slot, TaskCompletionSource signal)
    {
        lock (_gate)
        {
            StopWaiting(slot);
            if (!slot.IsTaken && _free > 0 && !_isClosed)
            {
                _free--;
                slot.IsTaken = true;
            }

            if (!slot.IsTaken)
            {
                slot.Signal = signal;
                slot.Place = _waiting.AddLast(slot);
            }

            return slot.IsTaken;
        }
    }

    /// <summary>Gives the slot back, and no longer waits for one.</summary>
    public void Leave(LookupSlot slot)
    {
        TaskCompletionSource? next = null;
        lock (_gate)
        {
            StopWaiting(slot);
            if (!slot.IsTaken)
            {
                return;
            }

            slot.IsTaken = false;
            if (_isClosed || _waiting.First is not { Value: var first })
            {
                _free++;
                return;
            }

            // The slot is the other search's from now on, even if something else has already woken that one.
            next = first.Signal;
            first.IsTaken = true;
            StopWaiting(first);
        }

        next?.TrySetResult();
    }

    /// <summary>Lets no further search look up: the client is being disposed.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
        }
    }

    private void StopWaiting(LookupSlot slot)
    {
        if (slot.Place is { } place)
        {
            _waiting.Remove(place);
            (slot.Place, slot.Signal) = (null, null);
        }
    }
}
