namespace Voucherify.Loyalties.Sandbox;

/// <summary>One effect that the sandbox has applied to its ledger.</summary>
public sealed record SandboxJournalEntry
{
    /// <summary>The position in the journal, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>The code of the card.</summary>
    public required string CardCode { get; init; }

    /// <summary>The id of the card in the v2 API, <c>lcrd_...</c>, or null in v1.</summary>
    public string? CardId { get; init; }

    /// <summary>The member who holds the card in the v2 API, <c>lmbr_...</c>, or null in v1.</summary>
    public string? MemberId { get; init; }

    /// <summary>The program of the card in the v2 API, <c>lprg_...</c>, or null in v1.</summary>
    public string? ProgramId { get; init; }

    /// <summary>
    /// The transaction that was written: <c>vtx_...</c> in v1, <c>lctx_...</c> in v2. Null if the effect wrote no transaction. In v1, ids
    /// rise with the sequence.
    /// </summary>
    public string? TransactionId { get; init; }

    /// <summary>
    /// The type of the transaction, such as <c>POINTS_ADDITION</c> or in v2 <c>ADMIN_CREDIT</c>. In v1, effects without a transaction are
    /// <c>PENDING_POINTS_ADDED</c>, <c>PENDING_POINTS_UPDATED</c> or <c>PENDING_POINTS_CANCELED</c>.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>The change of the balance, negative if points were removed.</summary>
    public long Points { get; init; }

    /// <summary>The <c>source_id</c> of the request, or null. The v2 API has none.</summary>
    public string? SourceId { get; init; }

    /// <summary>
    /// The <c>reason</c> of an adjustment of the v2 API, as it was sent, whatever <see cref="V2.SandboxV2Options.ReasonStorage"/> or a
    /// fault made of it; or null.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>The request that caused the effect, <c>v-...</c>; null if time or a paid order did.</summary>
    public string? RequestId { get; init; }

    /// <summary>When the effect was applied, by the sandbox's clock. In v2, when the transaction was approved.</summary>
    public required DateTimeOffset CommittedAt { get; init; }

    /// <summary>When the transaction of the v2 API was recorded as <c>PENDING</c>, or null in v1.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>The balance of the card right after the effect.</summary>
    public required long BalanceAfter { get; init; }

    /// <summary>
    /// The pending points (<c>lopp_...</c>, in v2 <c>lcppb_...</c>), the redemption (<c>r_...</c>) or the order (<c>ord_...</c>) that the
    /// effect belongs to, or null.
    /// </summary>
    public string? ResourceId { get; init; }

    /// <summary>The order that points of the v2 API paid, that gave them, or that was canceled; or null.</summary>
    public string? OrderId { get; init; }

    /// <summary>The payment of an order in the v2 API, <c>lotx_...</c>, or null.</summary>
    public string? OrderTransactionId { get; init; }

    /// <summary>The reward of the v2 API that was bought or refunded, <c>lrew_...</c>, or null.</summary>
    public string? RewardId { get; init; }

    /// <summary>
    /// The purchase in the v2 API, <c>lrtx_...</c>: that the points paid or gave, or whose refund returned or took them; or null.
    /// </summary>
    public string? PurchaseId { get; init; }

    /// <summary>The change of the card's pending points: negative if they were activated, canceled or reduced.</summary>
    public long PendingPointsChange { get; init; }
}
