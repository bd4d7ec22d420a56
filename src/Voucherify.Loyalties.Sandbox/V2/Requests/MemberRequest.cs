using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>A customer who is to become a member.</summary>
/// <param name="CustomerId">The id of the customer, or null.</param>
/// <param name="CustomerSourceId">The caller's id of the customer, or null.</param>
/// <param name="Status">The first status.</param>
/// <param name="Metadata">The metadata, or null.</param>
internal sealed record MemberRequest(string? CustomerId, string? CustomerSourceId, string Status, JsonElement? Metadata)
{
    /// <summary>The id by which the customer is named.</summary>
    public string Customer => CustomerId ?? CustomerSourceId ?? string.Empty;
}
