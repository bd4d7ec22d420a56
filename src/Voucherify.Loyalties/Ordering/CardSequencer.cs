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

    /// <summary>Waits for the turn of a call.</summary>
    /// <exception cref="LoyaltyTimeoutException">The turn did not come within <see cref="OrderingOptions.MaxQueueWait"/>.</exception>
    /// <exception cref="LoyaltySourceIdConflictException">A call with the same <c>source_id</c> is running or unresolved.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public ValueTask<CardTicket> EnterAsync(CardTicket ticket, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ThrowIfDisposed();
            CheckSourceId(ticket);

            // In front of all its queues or in none: otherwise two calls could each wait for the other one.
            var inFront = Array.Exists(ticket.Cards, card => QueueOf(card).Admits(ticket));
            foreach (var card in ticket.Cards)
            {
                QueueOf(card).Add(ticket, inFront);
            }

            if (TryStart(ticket, out _))
            {
                return new(ticket);
            }
        }

        return new(WaitForTurnAsync(ticket, cancellationToken));
    }

    /// <summary>Ends the turn of a call, and lets the next ones start when their cards are open.</summary>
    public void Leave(CardTicket ticket, CardOutcome outcome)
    {
        lock (_gate)
        {
            foreach (var card in ticket.Cards)
            {
                var queue = _queues[card];
                queue.Remove(ticket);
                Settle(queue, ticket, outcome);
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

    private async Task<CardTicket> WaitForTurnAsync(CardTicket ticket, CancellationToken cancellationToken)
    {
        var started = Now;
        var limit = started + _clock.Time.TicksOf(_options.MaxQueueWait);
        try
        {
            while (true)
            {
                TaskCompletionSource signal;
                long wake;
                lock (_gate)
                {
                    ThrowIfDisposed();
                    if (TryStart(ticket, out var opensAt))
                    {
                        return ticket;
                    }

                    wake = Math.Min(limit, opensAt);
                    ticket.Signal = signal = _clock.NewSource();
                }

                var now = Now;
                if (now >= limit)
                {
                    throw new LoyaltyTimeoutException(
                        $"The turn for the card did not come within {_options.MaxQueueWait} (Ordering.MaxQueueWait): nothing was sent.");
                }

                await _clock.WaitAsync(signal, _clock.Time.SpanOf(wake - now), cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            Withdraw(ticket);
            throw;
        }
        finally
        {
            ticket.Waited = _clock.Time.GetElapsedTime(started);
        }
    }

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

    private void Withdraw(CardTicket ticket)
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

    private void ThrowIfDisposed() => DisposedClient.ThrowIf(_disposed);
}
