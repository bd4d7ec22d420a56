namespace LoyaltyApi;

/// <summary>The points that can be spent.</summary>
internal sealed record CardBalance(string Card, long? Balance);
