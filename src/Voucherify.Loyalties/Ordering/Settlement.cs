using Voucherify.Loyalties.Internal;

namespace Voucherify.Loyalties.Ordering;

/// <summary>How a call left the cards that it touched.</summary>
/// <param name="Kind">What is known.</param>
/// <param name="Sent">For an unknown call: when it left.</param>
internal readonly record struct Settlement(SettlementKind Kind, SentRecord? Sent = null)
{
    /// <summary>Never sent, rejected, or its effect was seen.</summary>
    public static Settlement Settled => new(SettlementKind.Settled);

    /// <summary>The service said that it was applied; the effect may come later.</summary>
    public static Settlement Answered => new(SettlementKind.Answered);

    /// <summary>A call that failed just now, and that nobody looks for.</summary>
    public static Settlement OfFailed(LoyaltyCall call, LoyaltyClientOptions options)
    {
        var now = options.TimeProvider.GetTimestamp();
        return call.WasUnknown ? new(SettlementKind.Unknown, new SentRecord(now, now, options.Reconciliation.WindowOf(call))) : Settled;
    }
}
