using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Authentication;

/// <summary>
/// Decides whether a refused token is worth a new one. A token that the service has accepted before is renewed at once: it was revoked, or
/// has expired. If the service also refuses the new one, tokens are not the problem, and the next one comes after a time that doubles.
/// </summary>
internal sealed class RenewalBackoff(TimeProvider time)
{
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>More than the calls under way have different tokens.</summary>
    private const int MostRemembered = 8;

    private readonly object _lock = new();
    private readonly Queue<string> _renewed = new();
    private volatile string? _accepted;
    private DoublingDelay _waits = NewWaits();
    private TimeSpan _wait;
    private long _renewedAt;

    /// <summary>The service has accepted a token.</summary>
    public void Accepted(string token)
    {
        // Nearly always the same object as before.
        if (!ReferenceEquals(_accepted, token))
        {
            _accepted = token;
        }
    }

    /// <summary>Returns whether a token that the service has just refused may be renewed.</summary>
    public bool MayRenew(string refused)
    {
        lock (_lock)
        {
            if (_renewed.Contains(refused))
            {
                // Another call has already asked for a new one, and this call can share it.
                return true;
            }

            if (refused == _accepted)
            {
                _waits = NewWaits();
                _wait = TimeSpan.Zero;
            }

            if (_wait > TimeSpan.Zero && time.GetElapsedTime(_renewedAt) < _wait)
            {
                return false;
            }

            _wait = _waits.Next();
            Remember(refused);
            _renewedAt = time.GetTimestamp();
            return true;
        }
    }

    private static DoublingDelay NewWaits() => new(FirstWait, LongestWait);

    private void Remember(string refused)
    {
        if (_renewed.Count == MostRemembered)
        {
            _renewed.Dequeue();
        }

        _renewed.Enqueue(refused);
    }
}
