namespace Voucherify.Loyalties.Models;

/// <summary>The result of a write, with what the client adds to the response of the service.</summary>
internal interface IWriteResult
{
    /// <summary>The id of the write; null if its result does not show it.</summary>
    string? SourceId { get; set; }

    /// <summary>Whether the write was found in the transactions.</summary>
    bool Recovered { get; set; }

    /// <summary>Copies it: it can be written to, and each caller has its own.</summary>
    IWriteResult Copy();
}
