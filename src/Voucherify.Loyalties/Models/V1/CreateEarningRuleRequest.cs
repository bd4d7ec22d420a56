namespace Voucherify.Loyalties.V1;

public sealed partial record CreateEarningRuleRequest
{
    /// <summary>A rule for paid orders.</summary>
    /// <param name="points">The points: a fixed number, or proportional to the order or its items.</param>
    public static CreateEarningRuleRequest ForOrderPaid(EarningRulePoints points) =>
        new() { Event = EarningRuleEvent.OrderPaid, Loyalty = points };

    /// <summary>A rule for customers who enter a segment.</summary>
    /// <param name="segmentId">The id of the segment, such as <c>seg_...</c>.</param>
    /// <param name="points">The points: a fixed number, or proportional to metadata of the customer.</param>
    public static CreateEarningRuleRequest ForSegmentEntered(string segmentId, EarningRulePoints points) =>
        new() { Event = EarningRuleEvent.CustomerSegmentEntered, Loyalty = points, Segment = new() { Id = segmentId } };

    /// <summary>A rule for a custom event of the project.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="schemaId">The id of its definition.</param>
    /// <param name="points">The points: a fixed number, or proportional to metadata of the event.</param>
    public static CreateEarningRuleRequest ForCustomEvent(string name, string schemaId, EarningRulePoints points) =>
        new() { Event = new(name), Loyalty = points, CustomEvent = new() { SchemaId = schemaId } };

    /// <summary>A rule for members who join, leave, change or keep a tier.</summary>
    /// <param name="change">The tier event, such as <see cref="EarningRuleEvent.CustomerLoyaltyTierUpgraded"/>.</param>
    /// <param name="points">The points: a fixed number.</param>
    /// <param name="loyaltyTierId">The id of the tier. Default: any tier of the program.</param>
    public static CreateEarningRuleRequest ForTierChange(
        EarningRuleEvent change,
        EarningRulePoints points,
        string loyaltyTierId = "__ANY__") =>
        new() { Event = change, Loyalty = points, LoyaltyTier = new() { Id = loyaltyTierId } };
}
