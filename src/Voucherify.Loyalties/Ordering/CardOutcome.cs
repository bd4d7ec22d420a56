namespace Voucherify.Loyalties.Ordering;

/// <summary>How a call left the cards whose points it moved.</summary>
/// <param name="Kind">What is known.</param>
/// <param name="Sent">When an unknown call was sent; null for other calls.</param>
internal readonly record struct CardOutcome(CardOutcomeKind Kind, SentRecord? Sent = null)
{
    /// <summary>Never sent, rejected, or its effect was seen.</summary>
    public static CardOutcome Settled => new(CardOutcomeKind.Settled);

    /// <summary>The service confirmed the call. Its effect may come later.</summary>
    public static CardOutcome Answered => new(CardOutcomeKind.Answered);

    /// <summary>It may have been applied, or may still be.</summary>
    public static CardOutcome Unknown(SentRecord sent) => new(CardOutcomeKind.Unknown, sent);
}
