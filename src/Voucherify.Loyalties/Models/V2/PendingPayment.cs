using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.V2;

/// <summary>A payment of an order with points: what <see cref="IPaymentsClient.ResumeOrderPaymentAsync"/> needs.</summary>
public sealed record PendingPayment : PendingChange
{
    /// <summary>The program.</summary>
    public required ProgramId ProgramId { get; init; }

    /// <summary>The member.</summary>
    public required MemberId MemberId { get; init; }

    /// <summary>The card that pays.</summary>
    public required CardId CardId { get; init; }

    /// <summary>The order.</summary>
    public required OrderReference Order { get; init; }

    /// <summary>How much may be paid. Default: <see langword="null"/>, as much as the card and the order allow.</summary>
    public PaymentLimit? Limit { get; init; }

    /// <summary>
    /// The payments of this order that you know of, because you have booked them. They are never taken for this one. Default: none.
    /// </summary>
    public IReadOnlyList<OrderTransactionId> KnownTransactions { get; init; } = [];

    /// <summary>The member.</summary>
    /// <exception cref="ArgumentException">An id is not valid.</exception>
    internal MemberAddress Member => MemberAddress.Of(ProgramId, MemberId);

    /// <summary>The request.</summary>
    internal PayOrderRequest ToRequest() => new() { CardId = CardId, Order = Order, Limit = Limit, Mode = TransactionMode.Transaction };

    /// <summary>The body of the request.</summary>
    internal IJsonBody ToBody() => ToRequest();

    internal static PendingPayment Of(
        ProgramId programId, MemberId memberId, PayOrderRequest request, string sourceId, DateTimeOffset createdAt) => new()
        {
            ProgramId = programId,
            MemberId = memberId,
            CardId = request.CardId,
            Order = request.Order,
            Limit = request.Limit,
            SourceId = sourceId,
            CreatedAt = createdAt,
        };
}
