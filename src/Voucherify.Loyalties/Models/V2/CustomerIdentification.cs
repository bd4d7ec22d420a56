namespace Voucherify.Loyalties.V2;

public sealed partial record CustomerIdentification
{
    /// <summary>Identifies a customer by the id that the service gave it.</summary>
    /// <param name="customerId">The id of the customer.</param>
    public static CustomerIdentification ByCustomer(CustomerId customerId) =>
        new() { Type = CustomerIdentificationType.CustomerId, CustomerId = customerId };

    /// <summary>Identifies a customer by your own id.</summary>
    /// <param name="sourceId">Your own id of the customer.</param>
    public static CustomerIdentification BySource(string sourceId) =>
        new() { Type = CustomerIdentificationType.CustomerSourceId, CustomerSourceId = sourceId };

    /// <summary>Identifies a customer by a membership.</summary>
    /// <param name="memberId">The id of the membership.</param>
    public static CustomerIdentification ByMember(MemberId memberId) =>
        new() { Type = CustomerIdentificationType.MemberId, MemberId = memberId };
}
