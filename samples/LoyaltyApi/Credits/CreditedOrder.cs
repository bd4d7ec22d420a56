namespace LoyaltyApi.Credits;

/// <summary>A credited order. Repeated requests get the same response.</summary>
internal sealed record CreditedOrder(string OrderId, string Card, long Points, long? Balance);
