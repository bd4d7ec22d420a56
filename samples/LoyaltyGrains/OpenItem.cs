namespace LoyaltyGrains;

/// <summary>An item that is not settled.</summary>
[GenerateSerializer]
public sealed class OpenItem
{
    /// <summary>The points.</summary>
    [Id(0)]
    public int Points { get; set; }

    /// <summary>What earned them.</summary>
    [Id(1)]
    public string SourceId { get; set; } = "";

    /// <summary>Whether it may have been sent.</summary>
    [Id(2)]
    public bool IsClaimed { get; set; }
}
