using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources;

/// <summary>The hand-written part: orders and their customers need ids, which are checked before anything is sent.</summary>
internal sealed partial class OrdersClient
{
    /// <inheritdoc/>
    public Task<OrderCalculated> UpsertOrderAsync(
        UpsertOrderRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        CustomerRules.RequireId(request.Id, request.SourceId, "An order", nameof(request));
        CustomerRules.AllowWithId(request.Customer);
        CustomerRules.AllowWithId(request.Referrer);
        return Writes(options, cancellationToken).SendAsync(
            PlatformOperations.UpsertOrder, () => _api.UpsertOrder(request), request, request.Id?.Value ?? request.SourceId!);
    }

    /// <inheritdoc/>
    public Task<OrderCalculated> UpdateOrderAsync(
        OrderId orderId,
        UpdateOrderRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var order = IdCheck.Require(orderId);
        ArgumentNullException.ThrowIfNull(request);
        CustomerRules.AllowWithId(request.Customer);
        CustomerRules.AllowWithId(request.Referrer);
        return Writes(options, cancellationToken).SendAsync(
            PlatformOperations.UpdateOrder, () => _api.UpdateOrder(order, request), request, order);
    }

    private OrderWrites Writes(RequestOptions? options, CancellationToken cancellationToken) =>
        new(_context, _api, options, cancellationToken);
}
