using Polly;
using Polly.Retry;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Telemetry;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resilience;

/// <summary>
/// Lets Polly decide whether a failed attempt is repeated, and when. The pipeline has no timeout of its own: an attempt gets at most the
/// remaining time of the call, and no delay begins that does not fit into it.
/// </summary>
internal sealed class RetryPipeline
{
    private static readonly ResiliencePropertyKey<LoyaltyCall> CallKey = new("Voucherify.Loyalties.Call");

    private readonly ResiliencePipeline<AttemptResult> _pipeline;

    private RetryPipeline(ResiliencePipeline<AttemptResult> pipeline) => _pipeline = pipeline;

    /// <summary>A pipeline without retries.</summary>
    public static RetryPipeline WithoutRetries { get; } = new(ResiliencePipeline<AttemptResult>.Empty);

    /// <summary>Builds the pipeline of a client.</summary>
    public static RetryPipeline Build(RetryOptions options, TimeProvider time, Randomness randomness, ClientTelemetry telemetry)
    {
        if (options.MaxRetries == 0)
        {
            return WithoutRetries;
        }

        var builder = new ResiliencePipelineBuilder<AttemptResult> { TimeProvider = time };
        builder.AddRetry(new RetryStrategyOptions<AttemptResult>
        {
            MaxRetryAttempts = options.MaxRetries,
            ShouldHandle = args => new(args.Outcome.Result is { } result
                && ShouldRetry(options, CallOf(args.Context), result, args.AttemptNumber, randomness)),
            DelayGenerator = static args => new(CallOf(args.Context).NextDelay),
            OnRetry = args =>
            {
                telemetry.Retrying(CallOf(args.Context), args.Outcome.Result!);
                return default;
            },
        });
        return new RetryPipeline(builder.Build());
    }

    /// <summary>Runs the attempts of a call until Polly decides that no other attempt follows.</summary>
    /// <param name="call">The call.</param>
    /// <param name="attemptAsync">Performs one attempt.</param>
    public async ValueTask<Outcome<AttemptResult>> RunAsync(
        LoyaltyCall call,
        Func<ResilienceContext, LoyaltyCall, ValueTask<Outcome<AttemptResult>>> attemptAsync)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.CallerToken);
        context.Properties.Set(CallKey, call);
        try
        {
            return await _pipeline.ExecuteOutcomeAsync(attemptAsync, context, call).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>
    /// Whether another attempt follows. The decision includes the delay, so the delay is chosen here. The call ends at once if the delay
    /// does not fit into the remaining time, or if the server asks for a longer delay than the options allow. A server that asks for a
    /// shorter delay than the backoff, or for none, does not take the backoff away.
    /// </summary>
    private static bool ShouldRetry(RetryOptions options, LoyaltyCall call, AttemptResult result, int retriesBefore, Randomness randomness)
    {
        var backoff = Backoff.Next(options, retriesBefore, randomness.NextDouble);
        call.NextDelay = result.ServerDelay is { } asked && asked > backoff ? WithJitter(options, result, asked, randomness) : backoff;
        return call.NextStepAfter(result) == NextStep.Retry
            && call.NextDelay < call.Remaining
            && (result.ServerDelay is null || result.ServerDelay <= options.MaxServerDelay);
    }

    /// <summary>
    /// Spreads the calls that the server asked to wait until the same moment. After a refusal because of the rate of all calls, the rate
    /// pacer does so.
    /// </summary>
    private static TimeSpan WithJitter(RetryOptions options, AttemptResult result, TimeSpan asked, Randomness randomness) =>
        result.Error is LoyaltyRateLimitException { LimitType: null or RateHeaders.CallsLimit }
            ? asked
            : asked + (randomness.NextDouble() * (asked < options.MaxDelay ? asked : options.MaxDelay) / 2);

    private static LoyaltyCall CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);
}
