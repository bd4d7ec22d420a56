namespace Voucherify.Loyalties.V2;

public sealed partial record OrderReference
{
    /// <summary>Identifies an order by the id that the service gave it.</summary>
    /// <param name="orderId">The id of the order.</param>
    public static OrderReference ById(OrderId orderId) => new() { Id = orderId };

    /// <summary>Identifies an order by your own id.</summary>
    /// <param name="sourceId">Your own id of the order.</param>
    public static OrderReference BySource(string sourceId) => new() { SourceId = sourceId };
}
