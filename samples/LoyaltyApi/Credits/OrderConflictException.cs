namespace LoyaltyApi.Credits;

/// <summary>The order is known with another card or other points.</summary>
internal sealed class OrderConflictException() : Exception("The order is known with another card or other points.");
