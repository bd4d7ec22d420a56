namespace LoyaltyConsole.Chaos;

/// <summary>A client under test.</summary>
internal interface IChaosClient : IDisposable
{
    /// <summary>Adjusts, with all the repeats and looks that the client does by itself, and says what the caller was told.</summary>
    Task<Told> AdjustAsync(ChaosAdjustment adjustment, CancellationToken cancellationToken);
}

/// <summary>What a caller was told in the end.</summary>
internal enum Told
{
    Applied,
    Rejected,
    Unknown,
}
