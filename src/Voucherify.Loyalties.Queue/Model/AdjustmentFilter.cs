namespace Voucherify.Loyalties.Queue;

/// <summary>Which adjustments to list, to retry or to discard. All conditions must hold.</summary>
public sealed record AdjustmentFilter
{
    /// <summary>The state. Default: any.</summary>
    public AdjustmentState? State { get; init; }

    /// <summary>The job. Default: any, or none.</summary>
    public string? JobId { get; init; }

    /// <summary>The code of the card in version 1, the id of the card in version 2. Default: any.</summary>
    public string? CardId { get; init; }

    /// <summary>The id of the adjustment. Default: any.</summary>
    public string? SourceId { get; init; }
}
