namespace Voucherify.Loyalties.V1;

public sealed partial record EarningRulePoints
{
    /// <summary>A fixed number of points.</summary>
    /// <param name="points">The points.</param>
    public static EarningRulePoints Fixed(long points) => new() { Type = EarningRulePointsType.Fixed, Points = points };

    /// <summary>Points for the amount of the order before discounts.</summary>
    /// <param name="every">The amount that earns the points, in minor currency units: 1000 is 10.00.</param>
    /// <param name="points">The points for each full <paramref name="every"/>.</param>
    public static EarningRulePoints PerOrderAmount(long every, long points) =>
        Proportional(EarningRuleCalculationType.OrderAmount) with { Order = new() { Amount = Ratio(every, points) } };

    /// <summary>Points for the amount of the order after discounts.</summary>
    /// <param name="every">The amount that earns the points, in minor currency units: 1000 is 10.00.</param>
    /// <param name="points">The points for each full <paramref name="every"/>.</param>
    public static EarningRulePoints PerOrderTotalAmount(long every, long points) =>
        Proportional(EarningRuleCalculationType.OrderTotalAmount) with { Order = new() { TotalAmount = Ratio(every, points) } };

    /// <summary>Points for a custom attribute of the order.</summary>
    /// <param name="property">The name of the attribute.</param>
    /// <param name="every">The value that earns the points.</param>
    /// <param name="points">The points for each full <paramref name="every"/>.</param>
    public static EarningRulePoints PerOrderMetadata(string property, long every, long points) =>
        Proportional(EarningRuleCalculationType.OrderMetadata) with { Order = new() { Metadata = Ratio(every, points, property) } };

    /// <summary>Points for the number of items, excluding free ones.</summary>
    /// <param name="every">The number of items that earns the points.</param>
    /// <param name="points">The points for each full <paramref name="every"/>.</param>
    /// <param name="applicableTo">The items that count.</param>
    public static EarningRulePoints PerItemsQuantity(long every, long points, params EarningRuleTarget[] applicableTo) =>
        Proportional(EarningRuleCalculationType.OrderItemsQuantity) with
        {
            OrderItems = new() { Quantity = Ratio(every, points, applicableTo) },
        };

    /// <summary>Points for the amount of items before discounts.</summary>
    /// <param name="every">The amount that earns the points, in minor currency units: 1000 is 10.00.</param>
    /// <param name="points">The points for each full <paramref name="every"/>.</param>
    /// <param name="applicableTo">The items that count.</param>
    public static EarningRulePoints PerItemsAmount(long every, long points, params EarningRuleTarget[] applicableTo) =>
        Proportional(EarningRuleCalculationType.OrderItemsAmount) with
        {
            OrderItems = new() { Amount = Ratio(every, points, applicableTo) },
        };

    /// <summary>Points for the amount of items after discounts.</summary>
    /// <param name="every">The amount that earns the points, in minor currency units: 1000 is 10.00.</param>
    /// <param name="points">The points for each full <paramref name="every"/>.</param>
    /// <param name="applicableTo">The items that count.</param>
    public static EarningRulePoints PerItemsSubtotalAmount(long every, long points, params EarningRuleTarget[] applicableTo) =>
        Proportional(EarningRuleCalculationType.OrderItemsSubtotalAmount) with
        {
            OrderItems = new() { SubtotalAmount = Ratio(every, points, applicableTo) },
        };

    /// <summary>Points for a custom attribute of the customer. For rules with a segment event.</summary>
    /// <param name="property">The name of the attribute.</param>
    /// <param name="every">The value that earns the points.</param>
    /// <param name="points">The points for each full <paramref name="every"/>.</param>
    public static EarningRulePoints PerCustomerMetadata(string property, long every, long points) =>
        Proportional(EarningRuleCalculationType.CustomerMetadata) with { Customer = new() { Metadata = Ratio(every, points, property) } };

    /// <summary>Points for a custom attribute of a custom event. For rules with a custom event.</summary>
    /// <param name="property">The name of the attribute.</param>
    /// <param name="every">The value that earns the points.</param>
    /// <param name="points">The points for each full <paramref name="every"/>.</param>
    public static EarningRulePoints PerCustomEventMetadata(string property, long every, long points) =>
        Proportional(EarningRuleCalculationType.CustomEventMetadata) with
        {
            CustomEvent = new() { Metadata = Ratio(every, points, property) },
        };

    private static EarningRulePoints Proportional(EarningRuleCalculationType calculation) =>
        new() { Type = EarningRulePointsType.Proportional, CalculationType = calculation };

    private static EarningRulePointsRatio Ratio(long every, long points) => new() { Every = every, Points = points };

    private static EarningRulePointsRatio Ratio(long every, long points, string property) =>
        Ratio(every, points) with { Property = property };

    // An empty list could mean that no item counts.
    private static EarningRulePointsRatio Ratio(long every, long points, EarningRuleTarget[] applicableTo)
    {
        ArgumentNullException.ThrowIfNull(applicableTo);
        return Ratio(every, points) with { ApplicableTo = applicableTo.Length > 0 ? applicableTo : null };
    }
}
