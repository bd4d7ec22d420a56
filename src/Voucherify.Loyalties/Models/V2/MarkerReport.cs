namespace Voucherify.Loyalties.V2;

/// <summary>What <see cref="ICardsClient.VerifyMarkerAsync"/> has found.</summary>
public sealed record MarkerReport
{
    /// <summary>What became of the reason.</summary>
    public MarkerState State { get; init; }

    /// <summary>The reason as it was sent, with the marker.</summary>
    public string Sent { get; init; } = string.Empty;

    /// <summary>The reason as the service lists it; null if it lists none.</summary>
    public string? Listed { get; init; }

    /// <summary>How long after its response the transaction was listed, rounded up to the next poll.</summary>
    public TimeSpan ListedAfter { get; init; }

    /// <summary>How long after its response the transaction was approved, rounded up to the next poll.</summary>
    public TimeSpan ApprovedAfter { get; init; }

    /// <summary>Whether <see cref="ReconciliationOptions.TrustMarker"/> can be set.</summary>
    public bool CanTrustMarker => State == MarkerState.Kept;
}
