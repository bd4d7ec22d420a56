namespace Voucherify.Loyalties.Ordering;

/// <summary>The tickets behind the first one of a queue. Every operation costs the same, however many there are.</summary>
internal sealed class WaitingTickets
{
    private readonly LinkedList<CardTicket> _order = new();
    private readonly Dictionary<CardTicket, LinkedListNode<CardTicket>> _nodes = [];

    /// <summary>The ids of the tickets. The queue refuses an id that it has, so each is here once.</summary>
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public int Count => _order.Count;

    /// <summary>The tickets in their order.</summary>
    public IEnumerable<CardTicket> Tickets => _order;

    public void AddFirst(CardTicket ticket) => Add(ticket, _order.AddFirst(ticket));

    public void AddLast(CardTicket ticket) => Add(ticket, _order.AddLast(ticket));

    /// <summary>Removes the next ticket, and returns it; null if there is none.</summary>
    public CardTicket? TakeFirst()
    {
        var first = _order.First?.Value;
        if (first is not null)
        {
            Remove(first);
        }

        return first;
    }

    /// <summary>Removes a ticket, wherever it is.</summary>
    public void Remove(CardTicket ticket)
    {
        if (_nodes.Remove(ticket, out var node))
        {
            _order.Remove(node);
            _ids.ExceptWith(ticket.AllIds);
        }
    }

    /// <summary>Returns an id that a ticket shares with another call, or null.</summary>
    public string? SharedId(CardTicket other) =>
        other.SourceIds is { } ids ? Array.Find(ids, _ids.Contains) : other.SourceId is { } id && _ids.Contains(id) ? id : null;

    private void Add(CardTicket ticket, LinkedListNode<CardTicket> node)
    {
        _nodes.Add(ticket, node);
        _ids.UnionWith(ticket.AllIds);
    }
}
