using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Models.V2;

/// <summary>
/// A transaction of version 2 of the API. The service records it first, and applies or rejects it a moment later. It is the result of a
/// write that has no id of its own.
/// </summary>
internal interface IListedTransaction : ITransactionRow, IWriteResult
{
    /// <summary>Its status, as the service wrote it; null if the service left it out.</summary>
    string? StatusText { get; }

    /// <summary>Whether its status no longer changes by itself.</summary>
    bool HasEnded { get; }

    /// <summary>Why it was rejected; null if it was not.</summary>
    Rejection? Rejection { get; }

    /// <summary>Whether it is taken for the write because no other transaction may be that.</summary>
    bool Assumed { get; set; }

    string? IWriteResult.SourceId
    {
        get => null;
        set
        {
            // The write has none.
        }
    }
}
