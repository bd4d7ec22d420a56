namespace Voucherify.Loyalties.Queue.Store;

/// <summary>The order of a card, or of a member in version 2: which row is next, and when it may be claimed.</summary>
/// <param name="key">The key of the line.</param>
internal sealed class CardLine(string key)
{
    public string Key { get; } = key;

    /// <summary>The id of the card in lists, once a response has told it.</summary>
    public string? VoucherId { get; set; }

    /// <summary>The place of the next row that is admitted.</summary>
    public long NextSeq { get; set; } = 1;

    /// <summary>The service may still apply the last one until then, so nothing follows before.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>The row whose turn it is; null if no row waits.</summary>
    public long? HeadId { get; set; }

    /// <summary>When the head may be claimed; null if it may not.</summary>
    public DateTimeOffset? ClaimableAt { get; set; }

    public CardLine Copy() => (CardLine)MemberwiseClone();
}
