namespace Voucherify.Loyalties;

/// <summary>
/// A write of version 2 of the API with everything that is needed to resume it. Store it before the call, or from the exception after it.
/// </summary>
public abstract record PendingChange
{
    private protected PendingChange()
    {
    }

    /// <summary>The id of the write, by which it is found again.</summary>
    public required string SourceId { get; init; }

    /// <summary>
    /// The earliest moment at which it can have been sent, in UTC by this machine's clock; null if that is not known. A transaction that
    /// is older is never taken for it.
    /// </summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
