namespace LoyaltyApi.Credits;

/// <summary>An order was credited before, to another card or with other points.</summary>
internal sealed class OrderConflictException(string message) : Exception(message);
