using System.Runtime.CompilerServices;
using Polly;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Resilience;
using Voucherify.Loyalties.Telemetry;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Pipeline;

/// <summary>Runs the attempts of a call: wait for the rate limit, send, let Polly decide, wait, send again.</summary>
/// <param name="sender">Sends a request.</param>
/// <param name="gate">Waits for the rate limit.</param>
/// <param name="buildRetries">Builds the retry pipeline for the first failure: many programs never have one.</param>
/// <param name="telemetry">Reports responses that are not the service's.</param>
/// <param name="options">The timeouts.</param>
internal sealed class AttemptLoop(
    RequestSender sender,
    RateGate gate,
    Func<RetryPipeline> buildRetries,
    ClientTelemetry telemetry,
    LoyaltyClientOptions options) : IDisposable
{
    private volatile bool _disposed;

    // The pipeline is stateless, so it does not matter if two calls build it.
    private RetryPipeline Retries => field ??= buildRetries();

    /// <summary>Makes further calls fail.</summary>
    public void Dispose() => _disposed = true;

    /// <summary>Runs a call with all its attempts.</summary>
    /// <returns>Null after a success; otherwise the error that ends the call.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Exception?> TryRunAsync(LoyaltyCall call)
    {
        DisposedClient.ThrowIf(_disposed);
        call.CallerToken.ThrowIfCancellationRequested();
        call.Start(options.TimeProvider);

        // The first attempt stays outside of Polly: nearly every call ends with it, and has no use for a context and a pipeline. Inside,
        // each call would allocate 896 bytes more (docs/internals/performance.md).
        AttemptResult? first = null;
        if (gate.TryEnter())
        {
            first = await AttemptAsync(call, call.CallerToken).ConfigureAwait(false);
            if (call.NextStepAfter(first) != NextStep.Retry)
            {
                return first.Kind == AttemptKind.Succeeded ? null : CallFailure.Of(call, options, interruption: null);
            }
        }

        return await RetryAsync(call, first).ConfigureAwait(false);
    }

    /// <summary>Lets Polly decide what follows the first attempt. If the rate limit prevented it, Polly runs that too.</summary>
    private async ValueTask<Exception?> RetryAsync(LoyaltyCall call, AttemptResult? first)
    {
        var outcome = await Retries.RunAsync(
            call,
            (context, call) =>
            {
                var known = first;
                first = null;
                return known is null ? PacedAttemptAsync(call, context.CancellationToken) : new(Outcome.FromResult(known));
            }).ConfigureAwait(false);
        return outcome is { Exception: null, Result.Kind: AttemptKind.Succeeded } ? null : CallFailure.Of(call, options, outcome.Exception);
    }

    private async ValueTask<Outcome<AttemptResult>> PacedAttemptAsync(LoyaltyCall call, CancellationToken cancellationToken)
    {
        try
        {
            var heldBack = await gate.EnterAsync(call, cancellationToken).ConfigureAwait(false);
            return Outcome.FromResult(heldBack ?? await AttemptAsync(call, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException error)
        {
            return Outcome.FromException<AttemptResult>(error);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AttemptResult> AttemptAsync(LoyaltyCall call, CancellationToken cancellationToken)
    {
        var left = call.TimeLeft;
        call.IsLastAttempt = left <= options.AttemptTimeout;
        using var timeout = new AttemptTimeout(options.TimeProvider, call.IsLastAttempt ? left : options.AttemptTimeout, cancellationToken);
        var result = await sender.SendAsync(call, refusedToken: null, timeout.Source).ConfigureAwait(false);
        if (call.NextStepAfter(result) == NextStep.Renew && call.TryRenew())
        {
            result = await sender.SendAsync(call, call.Token, timeout.Source).ConfigureAwait(false);
        }

        if (result.Kind == AttemptKind.ForeignResponse)
        {
            telemetry.ForeignResponse(call);
        }

        call.Record(result);
        return result;
    }
}
