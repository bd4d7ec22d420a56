namespace LoyaltyGrains;

/// <summary>What is stored of a card. Without the attribute, Orleans writes it and refuses to read it.</summary>
[GenerateSerializer]
public sealed class CardState
{
    /// <summary>The items that are not settled, in their order.</summary>
    [Id(0)]
    public List<OpenItem> Open { get; set; } = [];

    /// <summary>The ids of items that are settled: a caller may repeat them.</summary>
    [Id(1)]
    public List<string> Settled { get; set; } = [];

    /// <summary>Whether it has an item.</summary>
    public bool Knows(string sourceId) => Settled.Contains(sourceId) || Open.Exists(item => item.SourceId == sourceId);

    /// <summary>Moves the first item to those that are settled, of which the last thousand are kept.</summary>
    public void Settle()
    {
        Settled.Add(Open[0].SourceId);
        Open.RemoveAt(0);
        if (Settled.Count > 1000)
        {
            Settled.RemoveAt(0);
        }
    }
}
