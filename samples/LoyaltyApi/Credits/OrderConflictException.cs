namespace LoyaltyApi.Credits;

/// <summary>The order was already credited, to another card or with a different number of points.</summary>
internal sealed class OrderConflictException(string message) : Exception(message);
