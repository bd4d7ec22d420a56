namespace Voucherify.Loyalties.Sandbox;

/// <summary>One effect that the sandbox has committed to its ledger.</summary>
/// <param name="Sequence">Position in the journal, from 1, without gaps.</param>
/// <param name="CardCode">The card.</param>
/// <param name="TransactionId">The transaction it wrote, <c>vtx_...</c>, or null if it wrote none; ids rise with the sequence.</param>
/// <param name="Type">
/// The transaction's type, such as <c>POINTS_ADDITION</c>; <c>PENDING_POINTS_ADDED</c>, <c>PENDING_POINTS_UPDATED</c> or
/// <c>PENDING_POINTS_CANCELED</c> for what writes no transaction.
/// </param>
/// <param name="Points">The change of the balance, negative if points went.</param>
/// <param name="SourceId">The <c>source_id</c> of the request, or null.</param>
/// <param name="RequestId">The request that caused it, <c>v-...</c>; null if time or a paid order did.</param>
/// <param name="CommittedAt">When it was committed, by the sandbox's clock.</param>
/// <param name="BalanceAfter">The card's balance right after it.</param>
public sealed record SandboxJournalEntry(
    long Sequence,
    string CardCode,
    string? TransactionId,
    string Type,
    long Points,
    string? SourceId,
    string? RequestId,
    DateTimeOffset CommittedAt,
    long BalanceAfter)
{
    /// <summary>The pending points (<c>lopp_...</c>), the redemption (<c>r_...</c>) or the order (<c>ord_...</c>) that it belongs to, or null.</summary>
    public string? ResourceId { get; init; }

    /// <summary>The change of the card's pending points: negative if they were activated, canceled or reduced.</summary>
    public long PendingPointsChange { get; init; }
}
