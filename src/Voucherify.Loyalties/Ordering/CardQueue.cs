namespace Voucherify.Loyalties.Ordering;

/// <summary>The calls for one card, in order, and when the next one may start.</summary>
internal sealed class CardQueue(string card)
{
    /// <summary>The tickets behind the first one. Created when needed, which is rare.</summary>
    private WaitingTickets? _waiting;

    public string Card { get; } = card;

    public CardTicket? First { get; private set; }

    /// <summary>When the next call may start, by the monotonic clock; 0 means at once.</summary>
    public long OpensAt { get; set; }

    /// <summary>The unknown call that closed the card.</summary>
    public CardTicket? ClosedBy { get; set; }

    /// <summary>Completed when a call enters the queue; null if nothing waits for that.</summary>
    public TaskCompletionSource? Arrival { get; set; }

    public bool IsEmpty => First is null;

    /// <summary>How many calls wait for their turn.</summary>
    public int Waiting => Behind + (First is { Started: false } ? 1 : 0);

    private int Behind => _waiting?.Count ?? 0;

    public IEnumerable<CardTicket> Tickets => First is null ? [] : [First, .. _waiting?.Tickets ?? []];

    /// <summary>Whether the queue has another ticket than this one.</summary>
    public bool HasOther(CardTicket? ticket) => First is not null && (First != ticket || Behind > 0);

    /// <summary>Lines a ticket up.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="inFront">Whether its call came before all the waiting ones.</param>
    public void Add(CardTicket ticket, bool inFront)
    {
        if (First is null)
        {
            First = ticket;
        }
        else if (inFront)
        {
            AddInFront(ticket);
        }
        else
        {
            WaitingTickets().AddLast(ticket);
        }
    }

    public void Remove(CardTicket ticket)
    {
        // Nearly always the first one, but a cancelled waiter can be anywhere in the queue.
        if (First == ticket)
        {
            First = _waiting?.TakeFirst();
        }
        else
        {
            _waiting?.Remove(ticket);
        }
    }

    /// <summary>Whether the card, closed by an unknown call, is open for the call that resumes it.</summary>
    public bool Admits(CardTicket ticket) =>
        ticket.Resumes && ticket.SourceId is { } sourceId && ClosedBy?.SourceId == sourceId;

    /// <summary>Returns an id that a call in the queue shares with another call, or null.</summary>
    public string? SharedId(CardTicket ticket) => First?.SharedId(ticket) ?? _waiting?.SharedId(ticket);

    /// <summary>Returns since when an unknown outcome has held up the card; null if none does.</summary>
    public long? HeldUpSince(long now) =>
        First is { Started: true, UnknownSince: { } running } ? running : OpensAt > now ? ClosedBy?.UnknownSince : null;

    /// <summary>Opens the card for the next call.</summary>
    public void Open(long at)
    {
        OpensAt = at;
        ClosedBy = null;
    }

    // The resumed call came before all the waiting calls, so they wait for it.
    private void AddInFront(CardTicket ticket)
    {
        if (First is { Started: true })
        {
            WaitingTickets().AddFirst(ticket);
        }
        else
        {
            WaitingTickets().AddFirst(First!);
            First = ticket;
        }
    }

    private WaitingTickets WaitingTickets() => _waiting ??= new WaitingTickets();
}
