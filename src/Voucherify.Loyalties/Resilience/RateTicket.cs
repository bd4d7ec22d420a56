namespace Voucherify.Loyalties.Resilience;

/// <summary>The place of one call that is held back.</summary>
internal sealed class RateTicket
{
    /// <summary>Completed when the call should ask again, even if its time has not come.</summary>
    public TaskCompletionSource Wake { get; set; } = null!;

    /// <summary>The entry in the list of waiting calls; null while the call does not wait.</summary>
    public LinkedListNode<RateTicket>? Entry { get; set; }

    /// <summary>The time at which the call may leave, if <see cref="Epoch"/> is still the current one.</summary>
    public long Slot { get; set; }

    /// <summary>The epoch for which the slot was given; -1 for no slot.</summary>
    public int Epoch { get; set; } = -1;
}
