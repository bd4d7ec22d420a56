using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Telemetry;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resilience;

/// <summary>Holds attempts back while the rate limit is used up.</summary>
internal sealed class RateGate(RatePacer pacer, RetryOptions options, ClientClock clock, ClientTelemetry telemetry)
{
    /// <summary>Lets an attempt pass; false when it must wait first.</summary>
    public bool TryEnter() => pacer.Reserve() == TimeSpan.Zero;

    /// <summary>Waits until an attempt may pass.</summary>
    /// <returns>Null when it may pass; otherwise the result of an attempt that is not made, because its wait would be too long.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async ValueTask<AttemptResult?> EnterAsync(LoyaltyCall call, CancellationToken cancellationToken)
    {
        for (var wait = pacer.Reserve(); wait > TimeSpan.Zero; wait = pacer.Reserve())
        {
            if (wait > options.MaxServerDelay || wait >= call.Remaining)
            {
                var heldBack = AttemptResult.HeldBack(wait);
                call.Record(heldBack);
                return heldBack;
            }

            telemetry.Pacing(call, wait);
            await clock.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }
}
