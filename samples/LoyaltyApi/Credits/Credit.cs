namespace LoyaltyApi.Credits;

/// <summary>What an order earned.</summary>
internal sealed record Credit(string Card, long Points);
