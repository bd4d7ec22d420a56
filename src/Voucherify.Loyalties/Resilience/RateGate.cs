using System.Globalization;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Telemetry;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resilience;

/// <summary>Holds attempts back while the rate limit is used up.</summary>
internal sealed class RateGate(RatePacer pacer, RetryOptions options, ClientClock clock, ClientTelemetry telemetry)
{
    /// <summary>Lets an attempt pass; false when it must wait first.</summary>
    public bool TryEnter() => pacer.TryPass();

    /// <summary>Waits until an attempt may pass.</summary>
    /// <returns>Null when it may pass; otherwise the result of an attempt that is not made, because its wait would be too long.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async ValueTask<AttemptResult?> EnterAsync(LoyaltyCall call, CancellationToken cancellationToken)
    {
        var ticket = new RateTicket();
        var isReported = false;
        while (true)
        {
            if (call.Operation.NeedsAppKey && pacer.TryPassAhead())
            {
                pacer.Leave(ticket);
                return null;
            }

            var wait = pacer.Reserve(ticket, LongestWait(call));
            if (wait.IsOver)
            {
                return null;
            }

            if (wait.IsTooLong)
            {
                var heldBack = AttemptResult.HeldBack(Refusal(call, wait));
                call.Record(heldBack);
                return heldBack;
            }

            if (!isReported)
            {
                isReported = true;
                telemetry.Pacing(call, wait.Delay);
            }

            await WaitAsync(ticket, wait.Delay, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A call does not wait until its time is over: no attempt would be possible.</summary>
    private TimeSpan LongestWait(LoyaltyCall call)
    {
        var left = call.Remaining - TimeSpan.FromTicks(1);
        return left < options.MaxServerDelay ? left : options.MaxServerDelay;
    }

    private async ValueTask WaitAsync(RateTicket ticket, TimeSpan delay, CancellationToken cancellationToken)
    {
        try
        {
            await clock.WaitAsync(ticket.Wake, delay, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            pacer.Leave(ticket);
            throw;
        }
    }

    private LoyaltyRateLimitException Refusal(LoyaltyCall call, RateWait wait)
    {
        var until = clock.Time.GetUtcNow() + wait.Delay;
        var cause = wait.Cause == HoldCause.Refused
            ? "Voucherify refused another call with 429"
            : "an earlier response said that no calls are left in this period";
        return LoyaltyRateLimitException.HeldBack(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{call.Operation.Name}: the client holds calls back until {until:yyyy-MM-dd HH:mm:ss} UTC, because {cause}."
                    + $" This request was not sent."),
            wait.Delay,
            until);
    }
}
