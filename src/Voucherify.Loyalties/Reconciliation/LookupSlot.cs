namespace Voucherify.Loyalties.Reconciliation;

/// <summary>The right of a search in the background to look up. See <see cref="BackgroundLookups"/>.</summary>
internal sealed class LookupSlot
{
    /// <summary>Whether the search may look up now.</summary>
    public bool IsTaken { get; set; }

    /// <summary>Completed when the search may look up; null while it does not wait for that.</summary>
    public TaskCompletionSource? Signal { get; set; }

    /// <summary>Where it waits; null while it does not.</summary>
    public LinkedListNode<LookupSlot>? Place { get; set; }
}
