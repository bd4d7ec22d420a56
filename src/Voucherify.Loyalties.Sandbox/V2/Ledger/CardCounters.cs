namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>All points that a card ever had, by what became of them. They move when a transaction is approved, never before.</summary>
internal sealed class CardCounters
{
    public long Earned { get; set; }

    public long Added { get; set; }

    /// <summary>Points that bought rewards added.</summary>
    public long Purchased { get; set; }

    /// <summary>Points of bought rewards that a refund took back.</summary>
    public long PurchasedReversed { get; set; }

    public long Subtracted { get; set; }

    public long Expired { get; set; }

    public long Spent { get; set; }

    /// <summary>Earned points that were taken back after the order was canceled.</summary>
    public long Refunded { get; set; }

    /// <summary>Spent points that came back.</summary>
    public long Returned { get; set; }

    public long PendingAdded { get; set; }

    public long PendingActivated { get; set; }

    public long PendingCanceled { get; set; }

    /// <summary>Everything that was ever added. Earned points include activated ones (observed in the vendor's examples).</summary>
    public long Total => Earned + Added + Purchased;

    // Documented. Nothing is ever locked here.
    public long Balance => Total - Subtracted - Expired - Spent - Refunded + Returned - PurchasedReversed;

    public long Pending => Math.Max(0, PendingAdded - PendingActivated - PendingCanceled);
}
