namespace LoyaltyApi;

/// <summary>The spendable points of a card.</summary>
internal sealed record CardBalance(string Card, long? Balance);
