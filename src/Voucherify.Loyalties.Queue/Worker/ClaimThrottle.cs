using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Worker;

/// <summary>Claims less while the service cannot be used: each claim would be a write of the store for nothing.</summary>
internal sealed class ClaimThrottle(TimeProvider time, int slots)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private int _failures;
    private long _since;

    /// <summary>How long no claim is of use.</summary>
    public TimeSpan Left
    {
        get
        {
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

    /// <summary>Takes how a claim ended.</summary>
    public void Observe(SendOutcome outcome)
    {
        _failures = outcome.IsFailure ? _failures + 1 : outcome.Kind == SendOutcomeKind.NotSent ? _failures : 0;
        _since = time.GetTimestamp();
    }
}
