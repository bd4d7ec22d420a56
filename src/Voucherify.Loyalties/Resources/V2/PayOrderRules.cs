using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>What a payment must be like before anything is sent.</summary>
internal static class PayOrderRules
{
    private const string Path = "request";

    /// <summary>Accepts a request with a card, one id of an order, and a limit that fits its type.</summary>
    /// <exception cref="ArgumentException">The request is invalid.</exception>
    public static void Require(PayOrderRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestCheck.Require(request.CardId.HasValue, Path, nameof(request.CardId));
        RequestCheck.Id<CardId>(request.CardId, Path, nameof(request.CardId));
        RequestCheck.Require(request.Order is not null, Path, nameof(request.Order));
        RequireOrder(request.Order!, $"{Path}.{nameof(request.Order)}");
        if (request.Limit is { } limit)
        {
            RequireLimit(limit, $"{Path}.{nameof(request.Limit)}");
        }
    }

    /// <summary>Accepts a payment that can be resumed.</summary>
    /// <exception cref="ArgumentException">The payment or the id of its transaction is invalid.</exception>
    public static void Require(PendingPayment payment, ResumeOptions? resume)
    {
        ArgumentNullException.ThrowIfNull(payment);
        Require(payment.ToRequest());
        RequestCheck.Ids(payment.KnownTransactions, nameof(payment), nameof(payment.KnownTransactions));
        RequestCheck.Id<OrderTransactionId>(resume?.TransactionId, nameof(resume), nameof(resume.TransactionId));
    }

    private static void RequireOrder(OrderReference order, string path)
    {
        if (order.Id.HasValue == !string.IsNullOrEmpty(order.SourceId))
        {
            throw new ArgumentException("An order has exactly one of the two ids. Use ById or BySource.", path);
        }

        RequestCheck.Id<OrderId>(order.Id, path, nameof(order.Id));
        if (!order.Id.HasValue)
        {
            // After a lost response, the order is read by this id.
            Validate.PathSegment(order.SourceId!, $"{path}.{nameof(order.SourceId)}");
        }
    }

    private static void RequireLimit(PaymentLimit limit, string path)
    {
        var type = limit.Type.Value;
        if (RequestCheck.IsOneOf(type, PaymentLimitType.CardBalance, PaymentLimitType.PointsLimit, PaymentLimitType.AmountLimit))
        {
            var (isPoints, isAmount) = (type == PaymentLimitType.PointsLimit, type == PaymentLimitType.AmountLimit);
            RequestCheck.Choose(limit.PointsLimit is not null, isPoints, path, nameof(limit.PointsLimit), type);
            RequestCheck.Choose(limit.AmountLimit is not null, isAmount, path, nameof(limit.AmountLimit), type);
        }

        if ((limit.PointsLimit ?? limit.AmountLimit) is { Max: < 1 })
        {
            throw new ArgumentException("A limit is at least 1.", path);
        }
    }
}
