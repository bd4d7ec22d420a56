namespace Voucherify.Loyalties.V2;

public sealed partial record ExamineEarningRulesRequest
{
    /// <summary>Examines all events, without assuming anything about them.</summary>
    /// <param name="customer">The customer.</param>
    public static ExamineEarningRulesRequest All(CustomerIdentification customer) =>
        new() { Trigger = new() { Type = ExamineMode.AllEvents }, CustomerIdentification = customer };

    /// <summary>Examines an order as if it were paid.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="order">The order.</param>
    public static ExamineEarningRulesRequest OrderPaid(CustomerIdentification customer, ExamineOrder order) =>
        One(customer, ExamineEvent.CustomerOrderPaid) with { CustomerOrderPaid = new() { Order = order } };

    /// <summary>Examines what happens when the customer enters a segment.</summary>
    /// <param name="customer">The customer.</param>
    public static ExamineEarningRulesRequest SegmentEntered(CustomerIdentification customer) =>
        One(customer, ExamineEvent.CustomerSegmentEntered) with { CustomerSegmentEntered = new() };

    /// <summary>Examines an event of your own.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="schemaId">The id of the event's metadata schema, such as <c>ms_...</c>.</param>
    /// <param name="metadata">The attributes of the event. Default: none.</param>
    public static ExamineEarningRulesRequest CustomEvent(
        CustomerIdentification customer,
        string schemaId,
        LoyaltyMetadata? metadata = null) =>
        One(customer, ExamineEvent.CustomerCustomEvent) with
        {
            CustomerCustomEvent = new()
            {
                Type = ExamineMode.OneEvent,
                Specific = new() { CustomEvent = new() { SchemaId = schemaId, Metadata = metadata } },
            },
        };

    private static ExamineEarningRulesRequest One(CustomerIdentification customer, string examined) => new()
    {
        Trigger = new() { Type = ExamineMode.OneEvent, Specific = new() { Event = examined } },
        CustomerIdentification = customer,
    };
}
