namespace LoyaltyApi.Credits;

/// <summary>What an order earned.</summary>
internal sealed record Credit(string Card, long Points);

/// <summary>What became of it: the same answer however often it is asked for.</summary>
internal sealed record CreditedOrder(string OrderId, string Card, long Points, long? Balance);

/// <summary>An order was credited before, to another card or with other points.</summary>
internal sealed class OrderConflictException(string message) : Exception(message);
