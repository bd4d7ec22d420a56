namespace LoyaltyConsole.Chaos;

/// <summary>A client that the comparison tests.</summary>
internal interface IChaosClient : IDisposable
{
    /// <summary>Makes an adjustment, with all retries and lookups of the client, and returns the outcome that it reports.</summary>
    Task<ReportedOutcome> AdjustAsync(ChaosAdjustment adjustment, CancellationToken cancellationToken);
}
