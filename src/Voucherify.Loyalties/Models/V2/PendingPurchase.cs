using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.V2;

/// <summary>A purchase of a reward: what <see cref="IPurchasesClient.ResumePurchaseAsync"/> needs.</summary>
public sealed record PendingPurchase : PendingChange
{
    /// <summary>The program.</summary>
    public required ProgramId ProgramId { get; init; }

    /// <summary>The member.</summary>
    public required MemberId MemberId { get; init; }

    /// <summary>The reward.</summary>
    public required RewardId RewardId { get; init; }

    /// <summary>
    /// The purchases of this reward that you know of, because you have booked them. They are never taken for this one. Default: none.
    /// </summary>
    public IReadOnlyList<RewardTransactionId> KnownTransactions { get; init; } = [];

    /// <summary>The member.</summary>
    /// <exception cref="ArgumentException">An id is not valid.</exception>
    internal MemberAddress Member => MemberAddress.Of(ProgramId, MemberId);

    /// <summary>The request.</summary>
    internal PurchaseRewardRequest ToRequest() => new() { RewardId = RewardId, Mode = TransactionMode.Transaction };

    /// <summary>The body of the request.</summary>
    internal IJsonBody ToBody() => ToRequest();

    internal static PendingPurchase Of(
        ProgramId programId, MemberId memberId, PurchaseRewardRequest request, string sourceId, DateTimeOffset createdAt) => new()
        {
            ProgramId = programId,
            MemberId = memberId,
            RewardId = request.RewardId,
            SourceId = sourceId,
            CreatedAt = createdAt,
        };
}
