namespace LoyaltyApi.Credits;

/// <summary>A credited order. Repeated requests get the same response. The balance is null while the points are on their way.</summary>
internal sealed record CreditedOrder(string OrderId, string Card, long Points, long? Balance);
