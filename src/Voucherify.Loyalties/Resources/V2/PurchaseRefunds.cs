using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Refunds purchases. After a lost response, the purchase says whether it is refunded.</summary>
/// <param name="context">What the resource clients share.</param>
/// <param name="api">Builds the requests.</param>
internal sealed class PurchaseRefunds(ResourceContext context, IPurchasesApi api)
{
    private readonly RefundWrites _writes = new(api, context.Reconciliation.Claims);

    /// <summary>Refunds a purchase. It does not wait in the queue: nothing waits for the points of a refund.</summary>
    public Task<PurchaseRefund> RefundAsync(
        MemberAddress member,
        string purchaseId,
        RefundPurchaseRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        new KeyedWrites(context)
            .MakeAsync(_writes.Create(member, purchaseId, request), inQueue: false, options, cancellationToken)
            .SelectAsync(PurchaseRefund.Of);
}
