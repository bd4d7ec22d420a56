namespace Voucherify.Loyalties.V2;

public sealed partial record EarningRuleTrigger
{
    /// <summary>An order was paid.</summary>
    public static EarningRuleTrigger OrderPaid => new() { Event = EarningRuleEvent.CustomerOrderPaid };

    /// <summary>An event of your own was tracked.</summary>
    /// <param name="schemaId">The id of the event's metadata schema, such as <c>ms_...</c>.</param>
    public static EarningRuleTrigger ForCustomEvent(string schemaId) =>
        new() { Event = EarningRuleEvent.CustomerCustomEvent, CustomEvent = new() { SchemaId = schemaId } };

    /// <summary>A customer entered a segment.</summary>
    /// <param name="segmentId">The id of the segment, such as <c>seg_...</c>.</param>
    public static EarningRuleTrigger ForSegment(string segmentId) =>
        new() { Event = EarningRuleEvent.CustomerSegmentEntered, Segment = new() { Id = segmentId } };
}
