namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>
/// How the request that creates a member of the v2 API must name the customer. The vendor's documents contradict each other.
/// </summary>
public enum SandboxMemberCreateShape
{
    /// <summary>By <c>customer_identification</c>, and by nothing else.</summary>
    CustomerIdentification = 0,

    /// <summary>By <c>customer_id</c>, and by nothing else.</summary>
    CustomerId = 1,

    /// <summary>By <c>customer_identification</c> with a <c>customer_id</c> beside it.</summary>
    Both = 2,
}
