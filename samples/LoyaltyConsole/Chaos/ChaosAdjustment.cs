namespace LoyaltyConsole.Chaos;

/// <summary>One adjustment of <see cref="ChaosPlan.Points"/> points.</summary>
internal sealed record ChaosAdjustment(string Card, string SourceId);
