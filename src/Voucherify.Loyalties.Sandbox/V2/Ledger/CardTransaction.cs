namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A movement of points on a card. It is recorded first, and applied or rejected later.</summary>
internal sealed class CardTransaction(string id, LoyaltyCard card, CardMovement movement)
{
    public string Id { get; } = id;

    public LoyaltyCard Card { get; } = card;

    public CardMovement Movement { get; } = movement;

    /// <summary>What it says about its cause.</summary>
    public required RecordedNote Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The request that caused it, or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>When its processing begins.</summary>
    public required DateTimeOffset ProcessingAt { get; init; }

    /// <summary>When lists begin to have it.</summary>
    public required DateTimeOffset ListedAt { get; init; }

    /// <summary>How long lists do not have it, from the beginning of its processing on.</summary>
    public TimeSpan HideTime { get; init; }

    /// <summary>When it was approved or rejected, or null.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was rejected, or null.</summary>
    public Rejection? Rejection { get; private set; }

    // To the millisecond, as it is written: a filter by a time that was read must match the same rows.
    public DateTimeOffset CreatedAt => RecordedAt.AddTicks(-(RecordedAt.Ticks % TimeSpan.TicksPerMillisecond));

    public string StatusAt(DateTimeOffset time) => (EndedAt <= time, Rejection) switch
    {
        (true, null) => TransactionStatus.Approved,
        (true, _) => TransactionStatus.Rejected,
        _ => time > RecordedAt && time >= ProcessingAt ? TransactionStatus.Processing : TransactionStatus.Pending,
    };

    /// <summary>Returns when the status changed last, or null if it never did.</summary>
    public DateTimeOffset? UpdatedAt(DateTimeOffset time) => StatusAt(time) switch
    {
        TransactionStatus.Pending => null,
        TransactionStatus.Processing => ProcessingAt,
        _ => EndedAt,
    };

    /// <summary>Whether lists had it at the time.</summary>
    public bool IsListedAt(DateTimeOffset time) => ListedAt <= time && !(time >= ProcessingAt && time < ProcessingAt + HideTime);

    public void End(DateTimeOffset now, Rejection? rejection) => (EndedAt, Rejection) = (now, rejection);

    public SandboxCardTransaction ToSnapshot(DateTimeOffset now) => new()
    {
        Id = Id,
        Type = Movement.Type,
        Points = Movement.Points,
        Status = StatusAt(now),
        Reason = Note.Reason,
        SentReason = Note.SentReason,
        Rejection = Rejection?.Reason,
        RequestId = RequestId,
        RecordedAt = RecordedAt,
        EndedAt = EndedAt,
    };
}
