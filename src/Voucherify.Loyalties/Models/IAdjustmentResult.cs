namespace Voucherify.Loyalties.Models;

/// <summary>The result of an adjustment, with what the client adds to the response of the service.</summary>
internal interface IAdjustmentResult
{
    /// <summary>The <c>source_id</c> of the adjustment.</summary>
    string? SourceId { get; set; }

    /// <summary>Whether the adjustment was found in the transactions.</summary>
    bool Recovered { get; set; }

    /// <summary>Copies it: it can be written to, and each caller has its own.</summary>
    IAdjustmentResult Copy();
}
