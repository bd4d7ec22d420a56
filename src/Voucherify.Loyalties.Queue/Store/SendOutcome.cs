namespace Voucherify.Loyalties.Queue.Store;

/// <summary>How a claim ended, and what was learnt.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Kind">How it ended.</param>
internal sealed record SendOutcome(Claim Claim, SendOutcomeKind Kind)
{
    /// <summary>How long it can still be applied, if that is not known to be over.</summary>
    public TimeSpan WindowLeft { get; init; }

    /// <summary>How long to wait before it is claimed again.</summary>
    public TimeSpan RetryAfter { get; init; }

    public string? TransactionId { get; init; }

    /// <summary>The id of the card in lists.</summary>
    public string? VoucherId { get; init; }

    public long? Balance { get; init; }

    /// <summary>Why it is dead, or why the queue must pause.</summary>
    public AdjustmentError? Error { get; init; }

    /// <summary>Whether the queue must pause because of the error.</summary>
    public bool Pauses { get; init; }

    /// <summary>Whether the service could not be used, so that claiming more is of no use for a moment.</summary>
    public bool IsFailure { get; init; }

    /// <summary>Whether a request was answered, so that the reason for a pause is gone.</summary>
    public bool WasAnswered => Kind is SendOutcomeKind.Applied or SendOutcomeKind.Recorded or SendOutcomeKind.Found
        || (Kind == SendOutcomeKind.Dead && Error?.Status is not null);
}
