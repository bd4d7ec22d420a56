namespace LoyaltyConsole.Chaos;

/// <summary>One adjustment of <see cref="ChaosPlan.Points"/> points.</summary>
/// <param name="Card">The code of the card.</param>
/// <param name="SourceId">The id of the adjustment.</param>
/// <param name="Ids">The ids of the card of version 2, or null for version 1.</param>
internal sealed record ChaosAdjustment(string Card, string SourceId, CardIds? Ids = null);
