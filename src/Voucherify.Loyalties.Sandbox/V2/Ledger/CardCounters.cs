namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>All points that a card ever had, by what became of them. They move when a transaction is approved, never before.</summary>
internal sealed class CardCounters
{
    public long Earned { get; set; }

    public long Added { get; set; }

    public long Subtracted { get; set; }

    public long Expired { get; set; }

    public long PendingAdded { get; set; }

    public long PendingActivated { get; set; }

    public long PendingCanceled { get; set; }

    /// <summary>Everything that was ever added. Earned points include activated ones (observed in the vendor's examples).</summary>
    public long Total => Earned + Added;

    // Documented. The counters of spending are left out, because nothing moves them yet.
    public long Balance => Total - Subtracted - Expired;

    public long Pending => Math.Max(0, PendingAdded - PendingActivated - PendingCanceled);
}
