namespace Voucherify.Loyalties.Ordering;

/// <summary>The calls for one card, in their order, and from when on the next one may start.</summary>
internal sealed class CardLine(string card)
{
    private readonly LinkedList<Turn> _turns = new();

    public string Card { get; } = card;

    /// <summary>From when on the next call may start, by the monotonic clock; 0 for at once.</summary>
    public long OpensAt { get; set; }

    /// <summary>The <c>source_id</c> of the unknown call that closed the card.</summary>
    public string? ClosedBy { get; set; }

    public SentRecord? Closed { get; set; }

    public bool IsEmpty => _turns.Count == 0;

    public IEnumerable<Turn> Turns => _turns;

    public Turn? First => _turns.First?.Value;

    public void Add(Turn turn)
    {
        if (Lets(turn))
        {
            AddInFront(turn);
        }
        else
        {
            _turns.AddLast(turn);
        }
    }

    public void Remove(Turn turn)
    {
        // Nearly always the first; a cancelled waiter may stand anywhere.
        if (First == turn)
        {
            _turns.RemoveFirst();
        }
        else
        {
            _turns.Remove(turn);
        }
    }

    /// <summary>Whether the card, closed by an unknown call, is open for the one that resumes that call.</summary>
    public bool Lets(Turn turn) => turn.Resumes && ClosedBy is not null && string.Equals(ClosedBy, turn.SourceId, StringComparison.Ordinal);

    public bool Has(string sourceId) => _turns.Any(turn => string.Equals(turn.SourceId, sourceId, StringComparison.Ordinal));

    /// <summary>Opens the card for the next call.</summary>
    public void Open(long at)
    {
        OpensAt = at;
        ClosedBy = null;
        Closed = null;
    }

    // The resumed call was before all that wait, and they wait for it.
    private void AddInFront(Turn turn)
    {
        if (First is { Started: true })
        {
            _turns.AddAfter(_turns.First!, turn);
        }
        else
        {
            _turns.AddFirst(turn);
        }
    }
}
