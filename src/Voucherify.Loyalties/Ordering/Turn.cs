namespace Voucherify.Loyalties.Ordering;

/// <summary>A call's place in the lines of the cards that it touches.</summary>
internal sealed class Turn(string[] cards, string? sourceId, bool resumes)
{
    public string[] Cards { get; } = cards;

    public string? SourceId { get; } = sourceId;

    /// <summary>Whether the call settles an earlier one with its <see cref="SourceId"/>: it may enter the card which that one closed.</summary>
    public bool Resumes { get; } = resumes;

    public bool Started { get; set; }

    /// <summary>What is known about the send that closed the card, for a call that resumes it.</summary>
    public SentRecord? Closed { get; set; }

    /// <summary>How long the turn was waited for.</summary>
    public TimeSpan Waited { get; set; }

    /// <summary>Completed when the turn may have come; null while nobody waits for it.</summary>
    public TaskCompletionSource? Signal { get; set; }
}
