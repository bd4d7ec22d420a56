namespace LoyaltyApi.Credits;

/// <summary>What became of it: the same answer however often it is asked for.</summary>
internal sealed record CreditedOrder(string OrderId, string Card, long Points, long? Balance);
