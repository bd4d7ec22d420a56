using System.Net;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resilience;

/// <summary>
/// Decides when calls may leave, for all calls with the same credentials. Normally they leave at once. When the service refuses a call, or
/// says that none are left, all calls are held back. Then one call leaves as a probe; once the service has accepted it, the others follow,
/// spread over some seconds and only as many as the period allows.
/// </summary>
/// <param name="clock">The clock of the waits.</param>
/// <param name="retry">The backoff, which is also the shortest time for which a refusal holds calls back.</param>
/// <param name="random">Returns a number from 0 to 1, for jitter.</param>
internal sealed class RatePacer(ClientClock clock, RetryOptions retry, Func<double> random)
{
    private readonly object _gate = new();
    private readonly RateAllowance _allowance = new(clock.Time);
    private readonly RateSpread _spread = new(clock.Time, random);
    private readonly LinkedList<RateTicket> _waiting = new();

    private Phase _phase;
    private HoldCause _cause;

    /// <summary>How many probes the service has refused in succession.</summary>
    private int _refusedProbes;

    /// <summary>The time of the next probe.</summary>
    private long _probeAt;

    /// <summary>Until when the service asks to wait. A probe may leave earlier.</summary>
    private long _endsAt;

    /// <summary>Counts the refusals: a slot that was given before one is no longer valid.</summary>
    private int _epoch;

    private enum Phase
    {
        /// <summary>Calls leave at once.</summary>
        Open,

        /// <summary>No call leaves before the next probe.</summary>
        Held,

        /// <summary>A probe is on its way.</summary>
        Probing,

        /// <summary>The service has accepted the probe, and the held calls follow one by one.</summary>
        Spreading,
    }

    /// <summary>The number of calls left in this period; null if it is not known.</summary>
    public long? Remaining
    {
        get
        {
            lock (_gate)
            {
                return _allowance.Remaining(Now);
            }
        }
    }

    /// <summary>What is known about the current period; null if nothing is.</summary>
    public RateLimitStatus? Status
    {
        get
        {
            lock (_gate)
            {
                return _allowance.StatusAt(Now);
            }
        }
    }

    /// <summary>
    /// Whether calls that can be put off should be: calls are held back, or less than a tenth of the period's calls is left.
    /// </summary>
    public bool IsScarce
    {
        get
        {
            lock (_gate)
            {
                var now = Now;
                return _phase switch
                {
                    Phase.Open => _allowance.IsScarce(now),
                    Phase.Spreading => !_spread.IsDue(now) || _allowance.IsScarce(now),
                    _ => now < _probeAt,
                };
            }
        }
    }

    private long Now => clock.Time.GetTimestamp();

    /// <summary>Lets a call leave and counts it. Returns false if it must wait.</summary>
    public bool TryPass()
    {
        lock (_gate)
        {
            return TryPass(Now);
        }
    }

    /// <summary>
    /// Lets the request for an access token leave ahead of the calls that wait: a call that has left needs the token. Returns false while
    /// calls are held back.
    /// </summary>
    public bool TryPassAhead()
    {
        lock (_gate)
        {
            if (_phase == Phase.Held)
            {
                return false;
            }

            // It leaves even if no call is left, but it counts.
            _allowance.TryTake(Now);
            return true;
        }
    }

    /// <summary>Lets a call leave, or gives it a place among the calls that wait.</summary>
    /// <param name="ticket">The place of the call.</param>
    /// <param name="longest">The longest time for which the call can wait. It gets no place if the wait is longer.</param>
    public RateWait Reserve(RateTicket ticket, TimeSpan longest)
    {
        lock (_gate)
        {
            var now = Now;
            Unlist(ticket);
            if (ticket.Epoch == _epoch)
            {
                return now >= ticket.Slot ? default : Wait(ticket, ticket.Slot, now);
            }

            if (TryPass(now))
            {
                return default;
            }

            if (_phase == Phase.Spreading)
            {
                if (clock.Time.SpanOf(_spread.Next - now) > longest)
                {
                    return TooLong(_spread.Next, now);
                }

                if (_allowance.TryTake(now))
                {
                    ticket.Epoch = _epoch;
                    ticket.Slot = _spread.Take(_spread.Next);
                    return Wait(ticket, ticket.Slot, now);
                }

                HoldUntilRenewal(now);
            }

            var end = _phase == Phase.Held ? Math.Max(_probeAt, _endsAt) : _probeAt;
            return clock.Time.SpanOf(end - now) > longest ? TooLong(_probeAt, now) : Wait(ticket, _probeAt, now);
        }
    }

    /// <summary>Takes back the place of a call that no longer waits. Another call that waits gets it.</summary>
    public void Leave(RateTicket ticket)
    {
        RateTicket? next = null;
        lock (_gate)
        {
            Unlist(ticket);
            if (ticket.Epoch != _epoch)
            {
                return;
            }

            _allowance.GiveBack(Now);
            if (_phase is Phase.Held or Phase.Spreading)
            {
                // If all places were given away, one is free again. Nothing has been refused since.
                _phase = Phase.Spreading;
                next = _waiting.FirstOrDefault(other => other.Epoch != _epoch);
            }
        }

        // Outside the lock: a wait may continue inline.
        next?.Wake.TrySetResult();
    }

    /// <summary>Reads the limit from a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="serverDate">The service's clock at the response; null if it is not known.</param>
    public void Observe(HttpResponseMessage response, DateTimeOffset? serverDate)
    {
        var headers = RateHeaders.Read(response, serverDate ?? clock.Time.GetUtcNow());
        var isRefused = RateHeaders.IsRefusal(response);
        List<RateTicket>? woken = null;
        lock (_gate)
        {
            var now = Now;

            // A gateway's error says nothing about the rate.
            var isAccepted = !isRefused && response.StatusCode < HttpStatusCode.InternalServerError;
            var acceptsProbe = isAccepted && _phase == Phase.Probing;
            if (headers is { } known)
            {
                if (_allowance.Observe(known, now, replace: acceptsProbe))
                {
                    // Once in a period: every response has this header, and reading it takes time.
                    _allowance.Limit = RateHeaders.ReadLimit(response);
                }
            }
            else if (acceptsProbe)
            {
                _allowance.Forget();
            }

            if (isRefused)
            {
                Refuse(now, ServerDelay.Read(response, clock.Time) ?? TimeSpan.Zero);
            }
            else if (_phase is Phase.Probing or Phase.Spreading && headers is { Remaining: 0 } && now < _allowance.RenewsAt)
            {
                // Others have used the calls up, so the slots are worth nothing.
                _epoch++;
                HoldUntilRenewal(now);
            }
            else if (acceptsProbe)
            {
                _phase = Phase.Spreading;
                _spread.Begin(now, _allowance.Remaining(now));
                woken = [.. _waiting];
            }
            else if (isAccepted && _phase == Phase.Spreading)
            {
                _spread.Quicken(_allowance.Remaining(now));
            }
        }

        // Outside the lock, like above.
        woken?.ForEach(static ticket => ticket.Wake.TrySetResult());
    }

    private bool TryPass(long now) => _phase switch
    {
        Phase.Open => TryLeave(now),
        Phase.Spreading => _spread.IsDue(now) && TryFollow(now),
        _ => now >= _probeAt && TryProbe(now),
    };

    private bool TryTake(long now)
    {
        if (_allowance.TryTake(now))
        {
            return true;
        }

        HoldUntilRenewal(now);
        return false;
    }

    private bool TryLeave(long now)
    {
        _spread.Count(now);
        return TryTake(now);
    }

    private bool TryFollow(long now)
    {
        if (!TryTake(now))
        {
            return false;
        }

        if (_spread.IsIdle(now))
        {
            _phase = Phase.Open;
        }
        else
        {
            _spread.Take(now);
        }

        return true;
    }

    private bool TryProbe(long now)
    {
        if (_phase == Phase.Held && _waiting.Count == 0 && now - _endsAt > clock.Time.TicksOf(ProbeTiming.Stale))
        {
            // The end of the wait is long past, and no call waited for it.
            _phase = Phase.Open;
            return TryTake(now);
        }

        // Without a response the next call is a probe too: the first may never have arrived.
        _phase = Phase.Probing;
        _probeAt = now + clock.Time.TicksOf(ProbeTiming.ProbeInterval);
        return true;
    }

    private void Refuse(long now, TimeSpan asked)
    {
        _epoch++;
        _refusedProbes = _phase switch
        {
            Phase.Probing => _refusedProbes + 1,
            Phase.Held => _refusedProbes,
            _ => 0,
        };

        if (_phase == Phase.Spreading)
        {
            _spread.Slow();
        }

        var backoff = Backoff.Shortest(retry, _refusedProbes);
        var wait = asked > backoff ? asked : backoff;
        Hold(now, wait < ProbeTiming.LongestHold ? wait : ProbeTiming.LongestHold, HoldCause.Refused);
    }

    private void HoldUntilRenewal(long now)
    {
        _refusedProbes = 0;
        Hold(now, clock.Time.SpanOf(_allowance.RenewsAt - now), HoldCause.UsedUp);
    }

    private void Hold(long now, TimeSpan asked, HoldCause cause)
    {
        var wasHeld = _phase == Phase.Held;
        var probeAt = now + clock.Time.TicksOf(ProbeTiming.UntilProbe(asked, _refusedProbes));
        var endsAt = now + clock.Time.TicksOf(asked);
        _probeAt = wasHeld ? Math.Max(_probeAt, probeAt) : probeAt;
        _endsAt = wasHeld ? Math.Max(_endsAt, endsAt) : endsAt;
        _cause = cause;
        _phase = Phase.Held;
    }

    private RateWait Wait(RateTicket ticket, long until, long now)
    {
        ticket.Wake = clock.NewSource();
        ticket.Entry = _waiting.AddLast(ticket);
        return new(clock.Time.SpanOf(until - now), IsTooLong: false, _cause);
    }

    private RateWait TooLong(long until, long now) => new(clock.Time.SpanOf(until - now), IsTooLong: true, _cause);

    private void Unlist(RateTicket ticket)
    {
        if (ticket.Entry is { } entry)
        {
            _waiting.Remove(entry);
            ticket.Entry = null;
        }
    }
}
