using Voucherify.Loyalties.Time;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Ordering;

/// <summary>
/// Runs the calls for one card one at a time, in their order. A call that moves points of several cards enters all their queues at once, so
/// two such calls have the same order in every queue and cannot deadlock.
/// </summary>
internal sealed class CardSequencer : IDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, CardQueue> _queues = new(StringComparer.Ordinal);
    private readonly OrderingOptions _options;
    private readonly ClientClock _clock;
    private readonly SettlingQueues _settling;
    private bool _disposed;

    public CardSequencer(OrderingOptions options, ClientClock clock)
    {
        _options = options;
        _clock = clock;
        _settling = new SettlingQueues(clock.Time, Sweep);
    }

    /// <summary>The cards that are in use now, or not yet settled.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _queues.Count;
            }
        }
    }

    private long Now => _clock.Time.GetTimestamp();

    /// <summary>Lines a call up, and starts its turn if nothing is before it.</summary>
    /// <exception cref="LoyaltySourceIdConflictException">A call with the same <c>source_id</c> is running or unresolved.</exception>
    /// <exception cref="LoyaltyQueueFullException">Too many calls wait for one of the cards.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public void Enter(CardTicket ticket)
    {
        lock (_gate)
        {
            ThrowIfDisposed();
            CheckSourceId(ticket);

            // In front of all its queues or in none: otherwise two calls could each wait for the other one.
            var inFront = IsAdmitted(ticket);
            CheckLength(ticket, inFront);
            foreach (var card in ticket.Cards)
            {
                var queue = QueueOf(card);
                queue.Add(ticket, inFront);
                queue.Arrival?.TrySetResult();
            }

            TryStart(ticket, out _);
        }
    }

    /// <summary>Waits for the turn of a call that has entered.</summary>
    /// <exception cref="LoyaltyTimeoutException">
    /// The turn did not come within <see cref="OrderingOptions.MaxQueueWait"/>, or the card remained closed.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task WaitForTurnAsync(CardTicket ticket, CancellationToken cancellationToken)
    {
        var started = Now;
        try
        {
            while (NextWait(ticket, started) is { } wait)
            {
                await _clock.WaitAsync(wait.Signal, wait.Limit, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ticket.Waited = _clock.Time.GetElapsedTime(started);
        }
    }

    /// <summary>Ends the turn of a call, and lets the next ones start when their cards are open.</summary>
    /// <returns>Whether the call has closed its cards.</returns>
    public bool Leave(CardTicket ticket, CardOutcome outcome)
    {
        lock (_gate)
        {
            var closed = false;
            foreach (var card in ticket.Cards)
            {
                var queue = _queues[card];
                queue.Remove(ticket);
                Settle(queue, ticket, outcome);
                closed |= queue.ClosedBy == ticket;
                Next(queue);
            }

            return closed;
        }
    }

    /// <summary>Removes a call whose turn has not come.</summary>
    public void Withdraw(CardTicket ticket)
    {
        lock (_gate)
        {
            foreach (var card in ticket.Cards)
            {
                if (_queues.TryGetValue(card, out var queue))
                {
                    queue.Remove(ticket);
                    Next(queue);
                }
            }
        }
    }

    /// <summary>Marks a call whose outcome is unknown while it has its turn: the calls behind it do not wait for ever.</summary>
    /// <param name="ticket">The call.</param>
    /// <param name="since">Since when, by the monotonic clock; null when the outcome has become known.</param>
    public void SetUnknownSince(CardTicket ticket, long? since)
    {
        lock (_gate)
        {
            ticket.UnknownSince = since;

            // Not only the next one: each of them limits its wait.
            var waiting = ticket.Cards.SelectMany(card => _queues[card].Tickets).Where(one => one != ticket);
            foreach (var one in waiting.ToList())
            {
                one.Signal?.TrySetResult();
            }
        }
    }

    /// <summary>Whether calls wait for one of the cards.</summary>
    /// <param name="cards">The cards.</param>
    /// <param name="ticket">The call that asks, if it is in the queues itself.</param>
    /// <param name="signal">Completed when the first call comes, if none waits now.</param>
    public bool HasWaiting(string[] cards, CardTicket? ticket, TaskCompletionSource signal)
    {
        lock (_gate)
        {
            CardQueue[] queues = [.. cards.Select(_queues.GetValueOrDefault).OfType<CardQueue>()];
            var hasWaiting = Array.Exists(queues, queue => queue.HasOther(ticket));
            Array.ForEach(queues, queue => queue.Arrival = hasWaiting ? null : signal);
            return hasWaiting;
        }
    }

    /// <summary>Returns how many cards an unknown outcome has held up for longer than a time.</summary>
    public int CountHeldUp(TimeSpan longerThan)
    {
        lock (_gate)
        {
            var now = Now;
            return _queues.Values.Count(
                queue => queue.HeldUpSince(now) is { } since && _clock.Time.GetElapsedTime(since, now) > longerThan);
        }
    }

    /// <summary>Opens a card that an unknown call has closed, although its outcome is still unknown.</summary>
    public void Reopen(string card)
    {
        lock (_gate)
        {
            if (_queues.TryGetValue(card, out var queue) && queue.ClosedBy is not null)
            {
                queue.Open(0);
                Next(queue);
            }
        }
    }

    /// <summary>Opens the cards that an unknown call closed, once a resume outside the queue has settled it.</summary>
    public void Resolve(string[] cards, string? sourceId)
    {
        lock (_gate)
        {
            foreach (var card in cards)
            {
                if (sourceId is not null && _queues.TryGetValue(card, out var queue) && queue.ClosedBy?.SourceId == sourceId)
                {
                    queue.Open(0);
                    Next(queue);
                }
            }
        }
    }

    /// <summary>Ends all waits.</summary>
    public void Dispose()
    {
        List<CardTicket> waiting;
        lock (_gate)
        {
            _disposed = true;
            waiting = [.. _queues.Values.SelectMany(static queue => queue.Tickets).Where(static ticket => !ticket.Started)];
        }

        _settling.Dispose();
        waiting.ForEach(static ticket => ticket.Signal?.TrySetResult());
    }

    /// <summary>Returns what a call must wait for; null once its turn has come.</summary>
    private (TaskCompletionSource Signal, TimeSpan Limit)? NextWait(CardTicket ticket, long started)
    {
        lock (_gate)
        {
            ThrowIfDisposed();
            if (ticket.Started || TryStart(ticket, out var opensAt))
            {
                return null;
            }

            var now = Now;
            var longest = _clock.Time.EndOf(started, _options.MaxQueueWait);
            var closedUntil = LastMomentOfClosedWait(ticket, started, now);
            if (now >= Math.Min(longest, closedUntil))
            {
                throw now >= longest ? TurnDidNotCome() : CardRemainedClosed(ticket);
            }

            ticket.Signal = _clock.NewSource();
            return (ticket.Signal, _clock.Time.SpanOf(Math.Min(Math.Min(longest, closedUntil), opensAt) - now));
        }
    }

    private long LastMomentOfClosedWait(CardTicket ticket, long started, long now)
    {
        var since = ticket.Cards.Min(card => _queues[card].HeldUpSince(now));
        return since is { } heldUp ? _clock.Time.EndOf(Math.Max(heldUp, started), ticket.MaxClosedWait) : long.MaxValue;
    }

    private LoyaltyTimeoutException TurnDidNotCome() =>
        new($"The turn for the card did not come within {_options.MaxQueueWait} (Ordering.MaxQueueWait): nothing was sent.");

    private static LoyaltyTimeoutException CardRemainedClosed(CardTicket ticket) =>
        new($"The outcome of an earlier call for the card is unknown, and did not become known within {ticket.MaxClosedWait} "
            + "(Reconciliation.OutcomeTimeout): nothing was sent.");

    /// <summary>Starts the turn if the ticket is the first for all its cards and they are open.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="opensAt">If the turn has not come: when its cards open, or never while another ticket is before it.</param>
    private bool TryStart(CardTicket ticket, out long opensAt)
    {
        opensAt = 0;
        foreach (var card in ticket.Cards)
        {
            var queue = _queues[card];
            if (queue.First != ticket)
            {
                opensAt = long.MaxValue;
                return false;
            }

            if (!queue.Admits(ticket))
            {
                opensAt = Math.Max(opensAt, queue.OpensAt);
            }
        }

        ticket.Started = opensAt <= Now;
        return ticket.Started;
    }

    private void Settle(CardQueue queue, CardTicket ticket, CardOutcome outcome)
    {
        switch (outcome.Kind)
        {
            case CardOutcomeKind.Unknown when _options.AfterUnknown == AfterUnknownOutcome.CloseCard && outcome.Sent is { } sent:
                ticket.UnknownSince ??= Now;
                queue.ClosedBy = ticket;
                queue.OpensAt = sent.EndsAt(_clock.Time);
                break;

            case CardOutcomeKind.Settled:
                queue.Open(0);
                break;

            default:
                queue.Open(Now + _clock.Time.TicksOf(_options.SettleDelay));
                break;
        }
    }

    private void Next(CardQueue queue)
    {
        if (queue.First is { } first)
        {
            first.Signal?.TrySetResult();
        }
        else if (queue.OpensAt <= Now)
        {
            _queues.Remove(queue.Card);
        }
        else
        {
            _settling.Add(queue);
        }
    }

    private void Sweep()
    {
        lock (_gate)
        {
            while (_settling.TryTake(Now, out var queue))
            {
                if (queue.IsEmpty && _queues.TryGetValue(queue.Card, out var current) && current == queue)
                {
                    Next(queue);
                }
            }
        }
    }

    private CardQueue QueueOf(string card)
    {
        if (!_queues.TryGetValue(card, out var queue))
        {
            _queues[card] = queue = new CardQueue(card);
        }

        return queue;
    }

    // Loops without closures, here and below: each call comes through.
    private bool IsAdmitted(CardTicket ticket)
    {
        foreach (var card in ticket.Cards)
        {
            if (_queues.TryGetValue(card, out var queue) && queue.Admits(ticket))
            {
                return true;
            }
        }

        return false;
    }

    private void CheckSourceId(CardTicket ticket)
    {
        foreach (var card in ticket.Cards)
        {
            if (ticket.SourceId is not null && _queues.TryGetValue(card, out var queue))
            {
                CheckSourceId(queue, ticket);
            }
        }
    }

    private void CheckSourceId(CardQueue queue, CardTicket ticket)
    {
        if (queue.OpensAt > Now && !queue.Admits(ticket) && queue.ClosedBy?.SharedId(ticket) is { } unresolved)
        {
            throw SourceIdConflict.Unresolved(queue.Card, unresolved);
        }

        if (queue.SharedId(ticket) is { } running)
        {
            throw SourceIdConflict.Running(queue.Card, running);
        }
    }

    // The call that resumes the one that closed the card is what the others wait for.
    private void CheckLength(CardTicket ticket, bool inFront)
    {
        if (_options.MaxQueueLength is not { } longest || inFront)
        {
            return;
        }

        foreach (var card in ticket.Cards)
        {
            if (_queues.TryGetValue(card, out var queue) && queue.Waiting >= longest && (!queue.IsEmpty || queue.OpensAt > Now))
            {
                throw new LoyaltyQueueFullException(card, longest);
            }
        }
    }

    private void ThrowIfDisposed() => DisposedClient.ThrowIf(_disposed);
}
