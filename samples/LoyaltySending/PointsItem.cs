namespace LoyaltySending;

/// <summary>Points to add to a card, or to remove if they are negative.</summary>
/// <param name="Card">The card.</param>
/// <param name="Points">The points.</param>
/// <param name="SourceId">What earned them, such as the id of an order. It counts once for the card.</param>
public sealed record PointsItem(string Card, int Points, string SourceId);
