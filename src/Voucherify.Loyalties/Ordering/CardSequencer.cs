using Voucherify.Loyalties.Internal;

namespace Voucherify.Loyalties.Ordering;

/// <summary>
/// Lets the calls for one card run one at a time, in their order. A call that touches several cards enters all their lines at once,
/// so two such calls stand in the same order everywhere and none waits in a circle.
/// </summary>
internal sealed class CardSequencer : IDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, CardLine> _lines = new(StringComparer.Ordinal);
    private readonly OrderingOptions _options;
    private readonly Waiting _waiting;
    private readonly IdleLines _idle;
    private bool _disposed;

    public CardSequencer(OrderingOptions options, Waiting waiting)
    {
        _options = options;
        _waiting = waiting;
        _idle = new IdleLines(waiting.Time, Sweep);
    }

    /// <summary>The cards that are in use now, or not yet settled.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _lines.Count;
            }
        }
    }

    private long Now => _waiting.Time.GetTimestamp();

    /// <summary>Waits for the turn of a call.</summary>
    /// <exception cref="LoyaltyTimeoutException">The turn did not come within <see cref="OrderingOptions.MaxQueueWait"/>.</exception>
    /// <exception cref="LoyaltySourceIdConflictException">A call with the same <c>source_id</c> is under way, or unresolved.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public ValueTask<Turn> EnterAsync(Turn turn, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ThrowIfDisposed();
            CheckSourceId(turn);
            foreach (var card in turn.Cards)
            {
                LineOf(card).Add(turn);
            }

            if (TryStart(turn, out _))
            {
                return new(turn);
            }
        }

        return new(WaitForTurnAsync(turn, cancellationToken));
    }

    /// <summary>Ends a turn, and lets the next ones start when their cards are open.</summary>
    public void Leave(Turn turn, Settlement settlement)
    {
        lock (_gate)
        {
            foreach (var card in turn.Cards)
            {
                var line = _lines[card];
                line.Remove(turn);
                Settle(line, turn, settlement);
                Next(line);
            }
        }
    }

    /// <summary>Opens the cards that an unknown call had closed, after a resume outside of the queue has settled it.</summary>
    public void Resolve(string[] cards, string? sourceId)
    {
        lock (_gate)
        {
            foreach (var card in cards)
            {
                if (sourceId is not null && _lines.TryGetValue(card, out var line) && line.ClosedBy == sourceId)
                {
                    line.Open(0);
                    Next(line);
                }
            }
        }
    }

    /// <summary>Ends all waits.</summary>
    public void Dispose()
    {
        List<Turn> waiting;
        lock (_gate)
        {
            _disposed = true;
            waiting = [.. _lines.Values.SelectMany(static line => line.Turns).Where(static turn => !turn.Started)];
        }

        _idle.Dispose();
        waiting.ForEach(static turn => turn.Signal?.TrySetResult());
    }

    private async Task<Turn> WaitForTurnAsync(Turn turn, CancellationToken cancellationToken)
    {
        var started = Now;
        var limit = started + _waiting.Time.TicksOf(_options.MaxQueueWait);
        try
        {
            while (true)
            {
                TaskCompletionSource signal;
                long wake;
                lock (_gate)
                {
                    ThrowIfDisposed();
                    if (TryStart(turn, out var opensAt))
                    {
                        return turn;
                    }

                    wake = Math.Min(limit, opensAt);
                    turn.Signal = signal = _waiting.NewSource();
                }

                var now = Now;
                if (now >= limit)
                {
                    throw new LoyaltyTimeoutException($"The turn for the card did not come within {_options.MaxQueueWait} (Ordering.MaxQueueWait): nothing was sent.");
                }

                await _waiting.WaitAsync(signal, _waiting.Time.SpanOf(wake - now), cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            Withdraw(turn);
            throw;
        }
        finally
        {
            turn.Waited = _waiting.Time.GetElapsedTime(started);
        }
    }

    /// <summary>Starts the turn if it is the first for all its cards and they are open.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="opensAt">Otherwise: when its cards open, or never while another turn is before it.</param>
    private bool TryStart(Turn turn, out long opensAt)
    {
        opensAt = 0;
        foreach (var card in turn.Cards)
        {
            var line = _lines[card];
            if (line.First != turn)
            {
                opensAt = long.MaxValue;
                return false;
            }

            if (line.Lets(turn))
            {
                turn.Closed = line.Closed;
            }
            else
            {
                opensAt = Math.Max(opensAt, line.OpensAt);
            }
        }

        turn.Started = opensAt <= Now;
        return turn.Started;
    }

    private void Settle(CardLine line, Turn turn, Settlement settlement)
    {
        switch (settlement.Kind)
        {
            case SettlementKind.Unknown when _options.AfterUnknown == AfterUnknownOutcome.CloseCard && settlement.Sent is { } sent:
                line.ClosedBy = turn.SourceId;
                line.Closed = sent;
                line.OpensAt = sent.Last + _waiting.Time.TicksOf(sent.Window);
                break;

            case SettlementKind.Settled:
                line.Open(0);
                break;

            default:
                line.Open(Now + _waiting.Time.TicksOf(_options.SettleDelay));
                break;
        }
    }

    private void Next(CardLine line)
    {
        if (line.First is { } first)
        {
            first.Signal?.TrySetResult();
        }
        else if (line.OpensAt <= Now)
        {
            _lines.Remove(line.Card);
        }
        else
        {
            _idle.Add(line);
        }
    }

    private void Withdraw(Turn turn)
    {
        lock (_gate)
        {
            foreach (var card in turn.Cards)
            {
                if (_lines.TryGetValue(card, out var line))
                {
                    line.Remove(turn);
                    Next(line);
                }
            }
        }
    }

    private void Sweep()
    {
        lock (_gate)
        {
            while (_idle.TryTake(Now, out var line))
            {
                if (line.IsEmpty && _lines.TryGetValue(line.Card, out var current) && current == line)
                {
                    Next(line);
                }
            }
        }
    }

    private CardLine LineOf(string card)
    {
        if (!_lines.TryGetValue(card, out var line))
        {
            _lines[card] = line = new CardLine(card);
        }

        return line;
    }

    private void CheckSourceId(Turn turn)
    {
        foreach (var card in turn.Cards)
        {
            if (turn.SourceId is { } sourceId && _lines.TryGetValue(card, out var line))
            {
                CheckSourceId(line, turn, sourceId);
            }
        }
    }

    private void CheckSourceId(CardLine line, Turn turn, string sourceId)
    {
        var isUnresolved = line.ClosedBy == sourceId && !turn.Resumes && line.OpensAt > Now;
        if (isUnresolved || line.Has(sourceId))
        {
            throw new LoyaltySourceIdConflictException(isUnresolved
                ? $"The outcome of an earlier call with source_id '{sourceId}' is unknown: resume it instead of sending another one."
                : $"A call with source_id '{sourceId}' is under way for this card: each change needs an id of its own.")
            {
                SourceId = sourceId,
                MemberId = line.Card,
            };
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, typeof(LoyaltyClient));
}
