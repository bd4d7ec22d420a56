using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Models.V2;

/// <summary>The order of a payment. Transactions show the id of the service, which is not known if the payment names another one.</summary>
internal sealed class PaidOrder(OrderReference order)
{
    /// <summary>The id that the service gave it; null while it is not known.</summary>
    public string? Id { get; set; } = order.Id.HasValue ? order.Id.Value : null;

    /// <summary>The id that the payment names.</summary>
    public string Name { get; } = order.Id.HasValue ? order.Id.Value : order.SourceId!;
}
