namespace LoyaltyApi.Credits;

/// <summary>The points that an order earned, and the card that gets them.</summary>
internal sealed record Credit(string Card, long Points);
