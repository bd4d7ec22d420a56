using Polly;
using Polly.Retry;
using Polly.Timeout;
using Voucherify.Loyalties.Internal;

namespace Voucherify.Loyalties.Resilience;

/// <summary>Builds the Polly pipeline of a client: the total timeout around the retries around the timeout of each attempt.</summary>
internal static class LoyaltyPipeline
{
    /// <summary>The call that an execution is about.</summary>
    public static readonly ResiliencePropertyKey<LoyaltyCall> CallKey = new("Voucherify.Loyalties.Call");

    public static ResiliencePipeline<AttemptOutcome> Build(LoyaltyClientOptions options, Randomness randomness)
    {
        var builder = new ResiliencePipelineBuilder<AttemptOutcome> { TimeProvider = options.TimeProvider };
        builder.AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = static args => new(CallOf(args.Context).TotalTimeout) });
        if (options.Retry.MaxRetries > 0)
        {
            builder.AddRetry(Retry(options.Retry, randomness));
        }

        var attemptTimeout = options.AttemptTimeout;
        return builder.AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = _ => new(attemptTimeout) }).Build();
    }

    private static RetryStrategyOptions<AttemptOutcome> Retry(RetryOptions retry, Randomness randomness) => new()
    {
        MaxRetryAttempts = retry.MaxRetries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = retry.BaseDelay,
        MaxDelay = retry.MaxDelay,
        Randomizer = randomness.NextDouble,
        ShouldHandle = static args => new(args.Outcome.Result is { } outcome && CallOf(args.Context).MayRetry(outcome)),
        DelayGenerator = static args => new(args.Outcome.Result?.ServerDelay),
    };

    private static LoyaltyCall CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);
}
