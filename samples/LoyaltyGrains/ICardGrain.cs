namespace LoyaltyGrains;

/// <summary>A card, by its code.</summary>
public interface ICardGrain : IGrainWithStringKey
{
    /// <summary>
    /// Adds points, or removes them if they are negative. They are stored when this returns. Repeat it until it does, and wait for it
    /// before you enqueue the next item of the card: that is the order.
    /// </summary>
    Task EnqueueAsync(int points, string sourceId);

    /// <summary>Counts the items that are not settled.</summary>
    Task<int> CountOpenAsync();
}
