namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Something that happened to a member or a card.</summary>
/// <param name="Id">The id, <c>lambr_...</c> or <c>lacrd_...</c>.</param>
/// <param name="Type">The type, such as <c>vl.member.created</c>.</param>
/// <param name="Card">The card that it is about, or null.</param>
/// <param name="RequestId">The request that did it, or null.</param>
/// <param name="CreatedAt">When it happened.</param>
internal sealed record ActivityEntry(string Id, string Type, LoyaltyCard? Card, string? RequestId, DateTimeOffset CreatedAt);
