namespace Voucherify.Loyalties;

/// <summary>How an adjustment or a transfer that may have been sent before is resumed.</summary>
public sealed record ResumeOptions
{
    /// <summary>The options of a write that is sent for the first time, as nearly every write is.</summary>
    internal static readonly ResumeOptions NeverSent = new() { Prior = PriorAttempt.None };

    /// <summary>
    /// The options of a write whose key allows one effect only: a call that is made anew continues an earlier one whose outcome is unknown.
    /// </summary>
    internal static readonly ResumeOptions Repeatable = new() { Prior = PriorAttempt.None, MayBeRepeated = true };

    /// <summary>Whether these are the options of a resume.</summary>
    internal bool IsResume => !ReferenceEquals(this, NeverSent);

    /// <summary>Whether it is a call that is made anew, and continues an earlier one that this client remembers.</summary>
    internal bool MayBeRepeated { get; private init; }

    /// <summary>
    /// How far back a first lookup goes, even if nothing is known to be sent; null for a resume that does not look without a reason.
    /// </summary>
    internal TimeSpan? LookBack { get; init; }

    /// <summary>
    /// How long ago a transaction without a marker may be the write, if its first send is not known; null for any time.
    /// </summary>
    internal TimeSpan? SinceDoubtful { get; init; }

    /// <summary>Whether the call may have to wait until an earlier send can no longer be applied.</summary>
    internal bool MayWaitForWindow => IsResume && !MayBeRepeated && (LookBack is null || Prior.MaybeSent);

    /// <summary>What is known about earlier attempts. Default: <see cref="PriorAttempt.Unknown"/>.</summary>
    public PriorAttempt Prior { get; init; } = PriorAttempt.Unknown;

    /// <summary>
    /// The id of the transaction that the service has recorded, from <see cref="LoyaltyOutcomeUnknownException.TransactionId"/>. The resume
    /// then only waits for its end, and never sends. For version 2 of the API. Default: <see langword="null"/>.
    /// </summary>
    public string? TransactionId { get; init; }

    /// <summary>
    /// Called immediately before each write request is sent: it has its credentials and a connection, and no byte has left. If it returns
    /// false, the call ends with <see cref="LoyaltySendRefusedException"/>; if it throws, with that exception. In both cases the request is
    /// not sent. A handler of your own that sends the requests makes the client ask before it hands over the request, and again if the
    /// connection below asks for the body. Intended for a queue on a database that owns the order: does this machine still own the card?
    /// Default: none.
    /// </summary>
    public Func<CancellationToken, ValueTask<bool>>? SendGuard { get; init; }

    /// <summary>
    /// Whether the call bypasses this client's queue for the card, because something else keeps the order. Default: false.
    /// </summary>
    public bool OutsideQueue { get; init; }

    /// <summary>
    /// Whether the call makes one attempt to send, and nothing else: it is not repeated after a refusal, an unknown outcome is neither
    /// searched for nor sent again nor settled in the background, and what this client remembers of earlier sends does not count. It still
    /// searches first if <see cref="Prior"/> says that it may have been sent. Intended for a durable queue, which decides about all this
    /// itself. Default: false.
    /// </summary>
    public bool SendOnce { get; init; }
}
