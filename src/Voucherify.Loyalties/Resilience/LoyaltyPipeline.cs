using Polly;
using Polly.Retry;
using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.Telemetry;

namespace Voucherify.Loyalties.Resilience;

/// <summary>
/// Builds the Polly pipeline that a call goes through once its first attempt has failed. It has no timeout of its own: an attempt gets no more
/// than what is left of the call's time, and no wait begins that does not fit into it.
/// </summary>
internal static class LoyaltyPipeline
{
    /// <summary>The call that an execution is about.</summary>
    public static readonly ResiliencePropertyKey<LoyaltyCall> CallKey = new("Voucherify.Loyalties.Call");

    /// <summary>Builds it. A call brings the outcome of its first attempt.</summary>
    public static ResiliencePipeline<AttemptOutcome> Build(RetryOptions retry, Randomness randomness, Waiting waiting, ClientTelemetry telemetry)
    {
        var builder = new ResiliencePipelineBuilder<AttemptOutcome>();
        if (retry.MaxRetries > 0)
        {
            builder.AddRetry(Retry(retry, randomness, waiting, telemetry));
        }

        return builder.Build();
    }

    private static RetryStrategyOptions<AttemptOutcome> Retry(RetryOptions retry, Randomness randomness, Waiting waiting, ClientTelemetry telemetry) => new()
    {
        MaxRetryAttempts = retry.MaxRetries,
        ShouldHandle = args => new(args.Outcome.Result is { } outcome
            && CallOf(args.Context).MayRetry(outcome, args.AttemptNumber, randomness.NextDouble)),
        DelayGenerator = static _ => new(TimeSpan.Zero),
        OnRetry = args =>
        {
            var call = CallOf(args.Context);
            telemetry.Retrying(call, args.Outcome.Result!);
            return WaitAsync(waiting, call.NextDelay, args.Context.CancellationToken);
        },
    };

    // The client's own wait, not Polly's: when it is cancelled it ends on the thread that cancels, like every other wait of the client.
    private static async ValueTask WaitAsync(Waiting waiting, TimeSpan delay, CancellationToken cancellationToken)
    {
        try
        {
            await waiting.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Polly looks at the token itself before the next attempt, and ends the call.
        }
    }

    private static LoyaltyCall CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);
}
