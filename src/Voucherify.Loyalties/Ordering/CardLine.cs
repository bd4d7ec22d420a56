namespace Voucherify.Loyalties.Ordering;

/// <summary>The calls for one card, in their order, and from when on the next one may start.</summary>
internal sealed class CardLine(string card)
{
    /// <summary>Those behind the first; made when there is one, which is seldom.</summary>
    private LinkedList<Turn>? _waiting;

    public string Card { get; } = card;

    public Turn? First { get; private set; }

    /// <summary>From when on the next call may start, by the monotonic clock; 0 for at once.</summary>
    public long OpensAt { get; set; }

    /// <summary>The <c>source_id</c> of the unknown call that closed the card.</summary>
    public string? ClosedBy { get; set; }

    public SentRecord? Closed { get; set; }

    public bool IsEmpty => First is null;

    public IEnumerable<Turn> Turns => First is null ? [] : [First, .. _waiting ?? []];

    public void Add(Turn turn)
    {
        if (First is null)
        {
            First = turn;
        }
        else if (Lets(turn))
        {
            AddInFront(turn);
        }
        else
        {
            Waiting().AddLast(turn);
        }
    }

    public void Remove(Turn turn)
    {
        // Nearly always the first; a cancelled waiter may stand anywhere.
        if (First == turn)
        {
            First = _waiting?.First?.Value;
            if (First is not null)
            {
                _waiting!.RemoveFirst();
            }
        }
        else
        {
            _waiting?.Remove(turn);
        }
    }

    /// <summary>Whether the card, closed by an unknown call, is open for the one that resumes that call.</summary>
    public bool Lets(Turn turn) => turn.Resumes && ClosedBy is not null && string.Equals(ClosedBy, turn.SourceId, StringComparison.Ordinal);

    public bool Has(string sourceId) => IsOf(First, sourceId) || _waiting?.Any(turn => IsOf(turn, sourceId)) == true;

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
            Waiting().AddFirst(turn);
        }
        else
        {
            Waiting().AddFirst(First!);
            First = turn;
        }
    }

    private LinkedList<Turn> Waiting() => _waiting ??= new LinkedList<Turn>();

    private static bool IsOf(Turn? turn, string sourceId) => turn is not null && string.Equals(turn.SourceId, sourceId, StringComparison.Ordinal);
}
