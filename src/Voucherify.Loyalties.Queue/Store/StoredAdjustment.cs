namespace Voucherify.Loyalties.Queue.Store;

/// <summary>A row of the queue.</summary>
internal sealed class StoredAdjustment
{
    /// <summary>The order in which rows were stored.</summary>
    public long Id { get; set; }

    public required QueuedItem Item { get; init; }

    public string? JobId { get; init; }

    /// <summary>The trace in which it was enqueued.</summary>
    public string? TraceParent { get; init; }

    public DateTimeOffset EnqueuedAt { get; init; }

    /// <summary>Its place in the order of its line; 0 while it has none.</summary>
    public long Seq { get; set; }

    public AdjustmentState State { get; set; }

    /// <summary>How often it was claimed. It never goes back, so it tells the claims of one row apart.</summary>
    public int SendNo { get; set; }

    /// <summary>The worker that has claimed it last: a new random id for each start.</summary>
    public string? Owner { get; set; }

    /// <summary>When it was claimed last.</summary>
    public DateTimeOffset? ClaimedAt { get; set; }

    /// <summary>When it was first sent; null if it was certainly never sent. With a value, a lookup comes before each send.</summary>
    public DateTimeOffset? FirstSentAt { get; set; }

    /// <summary>When it was last sent.</summary>
    public DateTimeOffset? LastSentAt { get; set; }

    /// <summary>When nothing that was sent can be applied any more, if its outcome is unknown.</summary>
    public DateTimeOffset? SettlesAt { get; set; }

    /// <summary>When it may be claimed again after it was not sent.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>When it is looked up next; null if it is not.</summary>
    public DateTimeOffset? NextLookAt { get; set; }

    /// <summary>How often it was looked up since it was sent.</summary>
    public int Looks { get; set; }

    public string? TransactionId { get; set; }

    /// <summary>When its transaction was seen in a list.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    public long? Balance { get; set; }

    public AdjustmentError? Error { get; set; }

    /// <summary>Whether a place in its line is still needed.</summary>
    public bool IsOpen =>
        State is AdjustmentState.Pending or AdjustmentState.Sending or AdjustmentState.Unknown or AdjustmentState.Recorded;

    /// <summary>Whether it may have been sent.</summary>
    public bool MaybeSent => FirstSentAt is not null;

    public StoredAdjustment Copy() => (StoredAdjustment)MemberwiseClone();

    public AdjustmentStatus ToStatus() => new()
    {
        Item = Item,
        State = State,
        JobId = JobId,
        Sends = SendNo,
        FirstSentAt = FirstSentAt,
        LastSentAt = LastSentAt,
        SettlesAt = State == AdjustmentState.Unknown ? SettlesAt : null,
        TransactionId = TransactionId,
        IsVerified = SeenAt is not null,
        Balance = Balance,
        Error = Error,
    };
}
