using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Worker;

/// <summary>Claims less while the service cannot be used: such claims would only cost writes.</summary>
internal sealed class ClaimThrottle(TimeProvider time, int slots)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private int _failures;
    private long _since;
    private long? _refusedAt;

    /// <summary>Whether the key of this worker is refused, while others work.</summary>
    public bool IsRefused => _refusedAt is not null;

    /// <summary>How many rows can be claimed at once: a worker whose key was refused probes with one.</summary>
    public int Most => IsRefused ? 1 : int.MaxValue;

    /// <summary>How long this worker should claim nothing.</summary>
    public TimeSpan Left
    {
        get
        {
            if (_refusedAt is { } at && Claiming.ProbeInterval - time.GetElapsedTime(at) is var untilProbe && untilProbe > TimeSpan.Zero)
            {
                return untilProbe;
            }

            var rounds = _failures / slots;
            if (rounds == 0)
            {
                return TimeSpan.Zero;
            }

            var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(rounds - 1, 5)));
            var left = (wait < Longest ? wait : Longest) - time.GetElapsedTime(_since);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>The key of this worker was refused.</summary>
    public void Refuse() => _refusedAt = time.GetTimestamp();

    /// <summary>Takes how a claim ended.</summary>
    public void Observe(SendOutcome outcome)
    {
        if (outcome.WasAnswered && Left <= TimeSpan.Zero)
        {
            // The probe was accepted. What was answered before it had left before the refusal.
            _refusedAt = null;
        }

        _failures = outcome.IsFailure ? _failures + 1 : outcome.Kind == SendOutcomeKind.NotSent ? _failures : 0;
        _since = time.GetTimestamp();
    }
}
