namespace Voucherify.Loyalties.Ordering;

/// <summary>A call's place in the queues of the cards whose points it moves.</summary>
/// <param name="cards">The cards.</param>
/// <param name="sourceId">The id under which the call can be found; null for a call that has none.</param>
/// <param name="resumes">Whether the call settles an earlier one with its <paramref name="sourceId"/>.</param>
internal sealed class CardTicket(string[] cards, string? sourceId, bool resumes)
{
    public string[] Cards { get; } = cards;

    public string? SourceId { get; } = sourceId;

    /// <summary>All ids of a call that has several; null for a call with one.</summary>
    public string[]? SourceIds { get; init; }

    /// <summary>Every id of the call.</summary>
    public IEnumerable<string> AllIds => SourceIds ?? (SourceId is { } id ? [id] : []);

    /// <summary>
    /// Whether the call settles an earlier one with its <see cref="SourceId"/>: it may use the card that the earlier call closed.
    /// </summary>
    public bool Resumes { get; } = resumes;

    /// <summary>Whether the call's turn has come.</summary>
    public bool Started { get; set; }

    /// <summary>How long the call waits for a card whose last outcome is unknown.</summary>
    public TimeSpan MaxClosedWait { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>Since when the outcome of the call is unknown, by the monotonic clock; null if it is known.</summary>
    public long? UnknownSince { get; set; }

    /// <summary>How long the call waited for its turn.</summary>
    public TimeSpan Waited { get; set; }

    /// <summary>Completed when the turn may have come; null while the call does not wait for it.</summary>
    public TaskCompletionSource? Signal { get; set; }

    /// <summary>Returns an id that both calls have, or null.</summary>
    public string? SharedId(CardTicket other) => (SourceIds, other.SourceIds) switch
    {
        (null, null) => SourceId is not null && SourceId == other.SourceId ? SourceId : null,
        (null, { } ids) => Array.Find(ids, id => id == SourceId),
        ({ } ids, null) => Array.Find(ids, id => id == other.SourceId),
        ({ } ids, { } others) => Array.Find(ids, others.Contains),
    };
}
