using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties;

/// <summary>What has become of a write whose outcome was unknown.</summary>
public sealed record WriteOutcome
{
    internal static readonly WriteOutcome Unknown = new();

    internal static readonly WriteOutcome NotApplied = new() { Kind = WriteOutcomeKind.NotApplied };

    /// <summary>Whether it was applied, not applied, or is still unknown. Default: <see cref="WriteOutcomeKind.Unknown"/>.</summary>
    public WriteOutcomeKind Kind { get; init; }

    /// <summary>
    /// The result of an adjustment of version 1 of the API that was applied; null for a transfer and for the other outcomes.
    /// </summary>
    public BalanceResult? Result { get; init; }

    /// <summary>The result of an adjustment of version 2 of the API that was applied; null for the other outcomes.</summary>
    public PointsAdjustment? Adjustment { get; init; }

    /// <summary>The payment of version 2 of the API that was applied; null for the other outcomes.</summary>
    public OrderTransaction? Payment { get; init; }

    /// <summary>The purchase of version 2 of the API that was applied; null for the other outcomes.</summary>
    public RewardTransaction? Purchase { get; init; }

    /// <summary>The change of a bucket of points of version 2 of the API that was applied; null for the other outcomes.</summary>
    public CardTransaction? BucketChange { get; init; }

    /// <summary>
    /// How the service has rejected a write of version 2 of the API that it had recorded; null for the other outcomes. It is final:
    /// another try needs an id of its own.
    /// </summary>
    public LoyaltyTransactionRejectedException? Rejection { get; init; }

    /// <summary>Whether nothing has the id: neither the write itself nor another one.</summary>
    internal bool IsAbsent => this is { Kind: WriteOutcomeKind.NotApplied, Existing: null, Rejection: null };

    /// <summary>What the adjustment with the id does that was applied; null for a transfer, and if nothing was applied.</summary>
    internal AdjustmentTerms? Terms { get; init; }

    /// <summary>The result, for the parts that serve both versions.</summary>
    internal IWriteResult? Known => (IWriteResult?)Result ?? Adjustment ?? Payment ?? Purchase ?? (IWriteResult?)BucketChange;

    /// <summary>The transaction that has the id instead. Another caller of the id may have asked for exactly that one.</summary>
    internal ITransactionRow? Existing { get; init; }

    /// <summary>What an error says that ends a search with certainty; null for another error.</summary>
    internal static WriteOutcome? Of(Exception error) => error switch
    {
        // The id belongs to another write, and this one was not applied.
        LoyaltySourceIdConflictException conflict => NotApplied with { Existing = conflict.Row },
        LoyaltyTransactionRejectedException rejection => NotApplied with { Rejection = rejection },
        _ => null,
    };

    /// <summary>Whether it is that of an adjustment with these terms. Another one with the same id may have been applied.</summary>
    internal bool IsOf(AdjustmentTerms? terms) => Terms is null || terms is null || Terms == terms;

    internal static WriteOutcome Applied(IWriteResult? result, AdjustmentTerms? terms) => new()
    {
        Kind = WriteOutcomeKind.Applied,
        Terms = terms,
        Result = result as BalanceResult,
        Adjustment = result as PointsAdjustment,
        Payment = result as OrderTransaction,
        Purchase = result as RewardTransaction,
        BucketChange = result as CardTransaction,
    };
}
