namespace Voucherify.Loyalties.Ordering;

/// <summary>A call's place in the queues of the cards whose points it moves.</summary>
/// <param name="cards">The cards.</param>
/// <param name="sourceId">The id under which the call can be found; null for a call that has none.</param>
/// <param name="resumes">Whether the call settles an earlier one with its <paramref name="sourceId"/>.</param>
internal sealed class CardTicket(string[] cards, string? sourceId, bool resumes)
{
    public string[] Cards { get; } = cards;

    public string? SourceId { get; } = sourceId;

    /// <summary>
    /// Whether the call settles an earlier one with its <see cref="SourceId"/>: it may use the card that the earlier call closed.
    /// </summary>
    public bool Resumes { get; } = resumes;

    /// <summary>Whether the call's turn has come.</summary>
    public bool Started { get; set; }

    /// <summary>When the call that closed the card was sent, for a call that resumes it.</summary>
    public SentRecord? Closed { get; set; }

    /// <summary>How long the call waited for its turn.</summary>
    public TimeSpan Waited { get; set; }

    /// <summary>Completed when the turn may have come; null while the call does not wait for it.</summary>
    public TaskCompletionSource? Signal { get; set; }
}
