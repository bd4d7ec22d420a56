using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// When to search for a write: after a delay that doubles each time, and when its window ends. While other calls wait for its card, it also
/// searches when the last search began long enough ago.
/// </summary>
internal sealed class LookupSchedule
{
    /// <summary>
    /// While calls wait, the pause between two searches is at least this part of the time since the outcome became unknown.
    /// </summary>
    private const int PartOfAge = 5;

    private readonly TimeProvider _time;
    private readonly (TimeSpan Base, TimeSpan Longest) _delays;
    private readonly long _unknownSince;
    private readonly long _sentAt;
    private DoublingDelay _delay;
    private long _planned;
    private long? _lastBegan;

    /// <summary>Creates a schedule that begins now.</summary>
    /// <param name="delays">The first delay, and the longest one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="sentAt">When the client began to send; null if the first search is due at once.</param>
    public LookupSchedule((TimeSpan Base, TimeSpan Longest) delays, TimeProvider time, long? sentAt)
    {
        _time = time;
        _delays = delays;
        _delay = NewDelay();
        _unknownSince = time.GetTimestamp();
        _sentAt = sentAt ?? _unknownSince;
        _planned = sentAt is null ? _unknownSince : _unknownSince + time.TicksOf(_delay.Next());
    }

    /// <summary>A search begins now.</summary>
    /// <param name="windowEnd">When the window of the write ends.</param>
    /// <returns>The present time.</returns>
    public long Begin(long windowEnd)
    {
        var now = _time.GetTimestamp();
        if (now >= windowEnd && !(_lastBegan >= windowEnd))
        {
            // This one can decide. If it fails, the next one follows soon.
            _delay = NewDelay();
            _planned = now;
        }

        _lastBegan = now;
        while (_planned <= now)
        {
            _planned += _time.TicksOf(_delay.Next());
        }

        return now;
    }

    /// <summary>Returns when the next search is due.</summary>
    /// <param name="windowEnd">When the window of the write ends.</param>
    /// <param name="hasWaiting">Whether other calls wait for its card.</param>
    public long Next(long windowEnd, bool hasWaiting)
    {
        var next = _lastBegan >= windowEnd ? _planned : Math.Min(_planned, windowEnd);
        if (!hasWaiting)
        {
            return next;
        }

        var pause = _time.TicksOf(_delays.Base);
        if (_lastBegan is null && _unknownSince - _sentAt >= pause)
        {
            // A response that did not come in time: the effect may be listed by now.
            return Math.Min(next, _unknownSince);
        }

        var last = _lastBegan ?? _unknownSince;

        // The pause must be as long as a part of the age, and the age grows during the pause. This is when both are equal.
        var grown = last + ((last - _unknownSince) / (PartOfAge - 1));
        return Math.Min(next, Math.Max(last + pause, grown));
    }

    private DoublingDelay NewDelay() => new(_delays.Base, _delays.Longest);
}
