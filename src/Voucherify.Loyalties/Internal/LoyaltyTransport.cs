using System.Runtime.ExceptionServices;
using System.Text.Json.Serialization.Metadata;
using Polly;
using Refit;
using Voucherify.Loyalties.Authentication;
using Voucherify.Loyalties.Internal.Http;
using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties.Internal;

/// <summary>
/// Sends what the Refit interfaces build: the pipeline around the attempts, the proof of identity, the reading of the answer.
/// One belongs to a client; it holds all state that its calls share.
/// </summary>
internal sealed class LoyaltyTransport : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _baseAddress;
    private readonly LoyaltyClientOptions _options;
    private readonly Authenticators _authenticators;
    private readonly ResiliencePipeline<AttemptOutcome> _pipeline;
    private readonly RefitSettings _refitSettings = RefitSettings.ForJsonContext(LoyaltyJsonContext.Default);
    private volatile bool _disposed;

    public LoyaltyTransport(LoyaltyClientOptions options, HttpClient http, Randomness randomness)
    {
        _options = options;
        _http = http;
        _baseAddress = options.Cluster.ApiAddress;
        Randomness = randomness;
        _pipeline = LoyaltyPipeline.Build(options, randomness);
        _authenticators = new Authenticators(options.Credentials!, this, options.TimeProvider);
        _refitSettings.RequestBodySerialization = RequestBodySerializationMode.Buffered;
    }

    public Randomness Randomness { get; }

    /// <summary>Makes the implementation that Refit generated for an interface whose methods only build requests.</summary>
    public TApi CreateApi<TApi>() => RestService.ForGenerated<TApi>(_http, _refitSettings);

    /// <summary>Sends an operation and reads its answer.</summary>
    public Task<TAnswer> SendAsync<TAnswer>(
        LoyaltyOperation operation,
        Func<Task<HttpRequestMessage>> build,
        JsonTypeInfo<TAnswer> answer,
        RequestOptions? options,
        CancellationToken cancellationToken)
        where TAnswer : class => SendAsync(operation, build, answer, null, null, options, cancellationToken);

    /// <summary>Sends an operation that is about a member and reads its answer.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="build">Builds the request of an attempt.</param>
    /// <param name="answer">How to read the answer.</param>
    /// <param name="isComplete">Says whether an answer has what makes it one; null where any will do.</param>
    /// <param name="subject">What the errors carry.</param>
    /// <param name="options">What the caller wants otherwise.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async Task<TAnswer> SendAsync<TAnswer>(
        LoyaltyOperation operation,
        Func<Task<HttpRequestMessage>> build,
        JsonTypeInfo<TAnswer> answer,
        Func<TAnswer, bool>? isComplete,
        CallSubject? subject,
        RequestOptions? options,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        RequestOptionsRules.Check(options);
        var call = new AnsweredCall<TAnswer>(operation, build, answer, isComplete)
        {
            Authenticator = _authenticators.For(operation),
            BaseAddress = _baseAddress,
            Retry = _options.Retry,
            TotalTimeout = options?.Timeout ?? _options.TotalTimeout,
            Headers = options?.Headers,
            Subject = subject,
            CallerToken = cancellationToken,
        };
        await RunAsync(call).ConfigureAwait(false);
        return call.Answer!;
    }

    /// <summary>Sends an operation that answers without a body.</summary>
    public Task SendAsync(
        LoyaltyOperation operation,
        Func<Task<HttpRequestMessage>> build,
        RequestOptions? options,
        CancellationToken cancellationToken) => SendAsync(operation, build, null, options, cancellationToken);

    /// <summary>Sends an operation that is about a member and answers without a body.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="build">Builds the request of an attempt.</param>
    /// <param name="subject">What the errors carry.</param>
    /// <param name="options">What the caller wants otherwise.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public Task SendAsync(
        LoyaltyOperation operation,
        Func<Task<HttpRequestMessage>> build,
        CallSubject? subject,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        RequestOptionsRules.Check(options);
        return RunAsync(new VoidCall(operation, build)
        {
            Authenticator = _authenticators.For(operation),
            BaseAddress = _baseAddress,
            Retry = _options.Retry,
            TotalTimeout = options?.Timeout ?? _options.TotalTimeout,
            Headers = options?.Headers,
            Subject = subject,
            CallerToken = cancellationToken,
        });
    }

    public void Dispose()
    {
        _disposed = true;
        _authenticators.Dispose();
        _http.Dispose();
    }

    private async Task RunAsync(LoyaltyCall call)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(LoyaltyClient));
        call.CallerToken.ThrowIfCancellationRequested();
        call.Start(_options.TimeProvider);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.CallerToken);
        context.Properties.Set(LoyaltyPipeline.CallKey, call);
        try
        {
            var outcome = await _pipeline.ExecuteOutcomeAsync(
                static (context, state) => state.Transport.AttemptAsync(state.Call, context.CancellationToken),
                context,
                (Transport: this, Call: call)).ConfigureAwait(false);
            if (outcome is not { Exception: null, Result.Happened: AttemptEvent.Succeeded })
            {
                // Keeps the stack of an error that a handler of the user's or a token provider threw.
                ExceptionDispatchInfo.Throw(CallFailure.Of(call, outcome.Exception));
            }
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<AttemptOutcome>> AttemptAsync(LoyaltyCall call, CancellationToken cancellationToken)
    {
        var outcome = await SendOnceAsync(call, refusedToken: null, cancellationToken).ConfigureAwait(false);
        if (ShouldRenew(call, outcome))
        {
            call.Renewed = true;
            outcome = await SendOnceAsync(call, call.Token, cancellationToken).ConfigureAwait(false);
        }

        call.Record(outcome);
        return Outcome.FromResult(outcome);
    }

    private static bool ShouldRenew(LoyaltyCall call, AttemptOutcome outcome) =>
        call is { Renewed: false, Authenticator.CanRenew: true }
        && OutcomeTable.React(outcome.Happened, call.Operation.Idempotency) == Reaction.Renew;

    private async ValueTask<AttemptOutcome> SendOnceAsync(LoyaltyCall call, string? refusedToken, CancellationToken cancellationToken)
    {
        HttpRequestMessage? request = null;
        var attemptsBefore = call.Attempts;
        var answered = false;
        try
        {
            request = await call.Build().ConfigureAwait(false);
            Prepare(request, call);
            call.Token = await call.Authenticator.AuthenticateAsync(request, refusedToken, cancellationToken).ConfigureAwait(false);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            answered = true;
            return await AnswerReader.ReadAsync(call, response, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // An answer is proof that the request left, whatever the body says; without a body the send guard is the last that saw it.
            var left = answered || (request?.Content is SendTrackingContent content ? content.Started : call.Attempts > attemptsBefore);
            return FailureClassifier.Classify(error, call, left, cancellationToken);
        }
        finally
        {
            request?.Dispose();
        }
    }

    private static void Prepare(HttpRequestMessage request, LoyaltyCall call)
    {
        request.Options.Set(SendGuardHandler.CallKey, call);
        if (request.Content is not null || call.Operation.Idempotency != Idempotency.Safe)
        {
            request.Content = new SendTrackingContent(request.Content);
        }

        if (call.Headers is not null)
        {
            foreach (var (name, value) in call.Headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }
}
