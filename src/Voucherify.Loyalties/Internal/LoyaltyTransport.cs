using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Polly;
using Refit;
using Voucherify.Loyalties.Authentication;
using Voucherify.Loyalties.Internal.Http;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Resilience;
using Voucherify.Loyalties.Telemetry;

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
    private volatile Authenticators _authenticators;
    private readonly RefitSettings _refitSettings = new(new TrackedJson()) { Buffered = true };
    private int _disposed;

    public LoyaltyTransport(LoyaltyClientOptions options, HttpClient http, Randomness randomness, Waiting waiting, ILogger log)
    {
        _options = options;
        _http = http;
        _baseAddress = options.Cluster.ApiAddress;
        Randomness = randomness;
        Waiting = waiting;
        Sequencer = new CardSequencer(options.Ordering, waiting);
        Pacer = new RatePacer(options.TimeProvider);
        Telemetry = new ClientTelemetry(options, log, Pacer);
        _authenticators = new Authenticators(options.Credentials!, this, waiting);
    }

    // Built for the first failure: many programs never have one. It has no state, so it does not matter if two calls build it.
    private ResiliencePipeline<AttemptOutcome> Pipeline => field ??= LoyaltyPipeline.Build(_options.Retry, Randomness, Waiting, Telemetry);

    public LoyaltyClientOptions Options => _options;

    public Randomness Randomness { get; }

    public Waiting Waiting { get; }

    public CardSequencer Sequencer { get; }

    public RatePacer Pacer { get; }

    public ClientTelemetry Telemetry { get; }

    /// <summary>
    /// Proves who calls with other credentials, from the next call on. Calls under way end with the old ones, so these are not disposed.
    /// Everything else stays as it is: the lines of the cards, what is unresolved, the rate.
    /// </summary>
    public void UseCredentials(LoyaltyCredentials credentials) => _authenticators = new Authenticators(credentials, this, Waiting);

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
    /// <param name="subject">The card that the operation is about; null where it is about none.</param>
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
        var call = NewCall(operation, build, answer, isComplete, subject, options, cancellationToken);
        await RunInTurnAsync(call).ConfigureAwait(false);
        return call.Answer!;
    }

    /// <summary>Sends an operation that answers without a body.</summary>
    public Task SendAsync(
        LoyaltyOperation operation,
        Func<Task<HttpRequestMessage>> build,
        RequestOptions? options,
        CancellationToken cancellationToken) => SendAsync(operation, build, null, options, cancellationToken);

    /// <summary>Sends an operation that is about a member and answers without a body.</summary>
    public Task SendAsync(
        LoyaltyOperation operation,
        Func<Task<HttpRequestMessage>> build,
        CallSubject? subject,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        RunInTurnAsync(new VoidCall(operation, build, Settings(operation, subject, options, cancellationToken)));

    /// <summary>Asks for something that may be longer than memory, on a host of its own.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="host">The only host that the request may go to.</param>
    /// <param name="address">What to ask for.</param>
    /// <param name="options">What the caller wants otherwise.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The answer, its body unread. The caller disposes it.</returns>
    public async Task<HttpResponseMessage> OpenAsync(LoyaltyOperation operation, Uri host, Uri address, RequestOptions? options, CancellationToken cancellationToken)
    {
        var settings = Settings(operation, null, options, cancellationToken) with { BaseAddress = host };
        var call = new OpenedCall(operation, () => Task.FromResult(new HttpRequestMessage(operation.Method, address)), settings);
        await RunInTurnAsync(call).ConfigureAwait(false);
        return call.Response!;
    }

    /// <summary>Makes a call for <see cref="TryRunAsync"/>, whose caller holds the turn.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="build">Builds the request of an attempt.</param>
    /// <param name="answer">How to read the answer.</param>
    /// <param name="isComplete">Says whether an answer has what makes it one; null where any will do.</param>
    /// <param name="subject">The card that the operation is about; null where it is about none.</param>
    /// <param name="options">What the caller wants otherwise.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <param name="maySend">Asked by the send guard directly before a request leaves.</param>
    public AnsweredCall<TAnswer> NewCall<TAnswer>(
        LoyaltyOperation operation,
        Func<Task<HttpRequestMessage>> build,
        JsonTypeInfo<TAnswer> answer,
        Func<TAnswer, bool>? isComplete,
        CallSubject? subject,
        RequestOptions? options,
        CancellationToken cancellationToken,
        Func<CancellationToken, ValueTask<bool>>? maySend = null)
        where TAnswer : class =>
        new(operation, build, Settings(operation, subject, options, cancellationToken), answer, isComplete) { MaySend = maySend };

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        Sequencer.Dispose();
        _authenticators.Dispose();
        Telemetry.Dispose();
        _http.Dispose();
    }

    /// <summary>Runs a call with all its attempts.</summary>
    /// <returns>Null after a success; otherwise the error to end with, if nothing more can be learned.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Exception?> TryRunAsync(LoyaltyCall call)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, typeof(LoyaltyClient));
        call.CallerToken.ThrowIfCancellationRequested();
        call.Start(_options.TimeProvider);

        // Nearly every call ends with its first attempt, and one that is not repeated has no use for a pipeline of retries.
        AttemptOutcome? first = null;
        if (Pacer.Reserve() == TimeSpan.Zero)
        {
            first = await AttemptAsync(call, call.CallerToken).ConfigureAwait(false);
            if (OutcomeTable.React(first.Happened, call.Operation.Idempotency) != Reaction.Retry)
            {
                return first.Happened == AttemptEvent.Succeeded ? null : CallFailure.Of(call, interruption: null);
            }
        }

        return await RetryAsync(call, first).ConfigureAwait(false);
    }

    /// <summary>Waits for the turn of a call, and takes down how long, also when it did not come.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask EnterAsync(Turn turn, LoyaltyCall call)
    {
        try
        {
            await Sequencer.EnterAsync(turn, call.CallerToken).ConfigureAwait(false);
        }
        finally
        {
            Telemetry.Queued(call.Operation, turn.Waited);
        }
    }

    private CallSettings Settings(LoyaltyOperation operation, CallSubject? subject, RequestOptions? options, CancellationToken cancellationToken)
    {
        RequestOptionsRules.Check(options);
        return new CallSettings(_authenticators.For(operation), _baseAddress, _options.Retry, options?.Timeout ?? _options.TotalTimeout, cancellationToken)
        {
            Headers = options?.Headers,
            Subject = subject,
        };
    }

    private Task RunInTurnAsync(LoyaltyCall call) => Telemetry.IsObserved ? RunObservedAsync(call) : RunUnobservedAsync(call);

    private async Task RunObservedAsync(LoyaltyCall call)
    {
        var observed = Telemetry.Begin(call.Operation);
        try
        {
            await RunUnobservedAsync(call).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            observed.End(OutcomeNames.Of(error), error, call.Status, call.Attempts);
            throw;
        }

        observed.End(OutcomeNames.Succeeded, failure: null, call.Status, call.Attempts);
    }

    /// <summary>Runs a call when its card's turn has come; at once if it moves no points.</summary>
    private async Task RunUnobservedAsync(LoyaltyCall call)
    {
        if (call.Subject is null || !call.Operation.MovesPoints)
        {
            Throw(await TryRunAsync(call).ConfigureAwait(false));
            return;
        }

        var turn = new Turn([call.Subject.MemberId], null, resumes: false);
        await EnterAsync(turn, call).ConfigureAwait(false);
        var settlement = Settlement.Settled;
        try
        {
            var failure = await TryRunAsync(call).ConfigureAwait(false);
            settlement = failure is null ? Settlement.Answered : Settlement.OfFailed(call, _options);
            Throw(failure);
        }
        finally
        {
            Sequencer.Leave(turn, settlement);
        }
    }

    // Keeps the stack of an error that a handler of the user's or a token provider threw.
    private static void Throw(Exception? failure)
    {
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Lets the pipeline decide what follows the first attempt; without one, because the rate of calls asked for a wait, it makes that too.</summary>
    private async ValueTask<Exception?> RetryAsync(LoyaltyCall call, AttemptOutcome? first)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.CallerToken);
        context.Properties.Set(LoyaltyPipeline.CallKey, call);
        try
        {
            var outcome = await Pipeline.ExecuteOutcomeAsync(
                (context, _) =>
                {
                    var known = first;
                    first = null;
                    return known is null ? PacedAttemptAsync(call, context) : new(Outcome.FromResult(known));
                },
                context,
                this).ConfigureAwait(false);
            return outcome is { Exception: null, Result.Happened: AttemptEvent.Succeeded } ? null : CallFailure.Of(call, outcome.Exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<AttemptOutcome>> PacedAttemptAsync(LoyaltyCall call, ResilienceContext context)
    {
        for (var wait = Pacer.Reserve(); wait > TimeSpan.Zero; wait = Pacer.Reserve())
        {
            if (!call.MayWait(wait))
            {
                var heldBack = new AttemptOutcome(AttemptEvent.HeldBack, new LoyaltyRateLimitException(new ApiError(), wait));
                call.Record(heldBack);
                return Outcome.FromResult(heldBack);
            }

            LoyaltyLog.Pacing(Telemetry.Log, call.Operation.Name, wait);
            try
            {
                await Waiting.DelayAsync(wait, context.CancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException error)
            {
                return Outcome.FromException<AttemptOutcome>(error);
            }
        }

        return Outcome.FromResult(await AttemptAsync(call, context.CancellationToken).ConfigureAwait(false));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AttemptOutcome> AttemptAsync(LoyaltyCall call, CancellationToken cancellationToken)
    {
        var left = call.TimeLeft;
        call.IsLastAttempt = left <= _options.AttemptTimeout;
        using var timer = new AttemptTimer(_options.TimeProvider, call.IsLastAttempt ? left : _options.AttemptTimeout, cancellationToken);
        var outcome = await SendOnceAsync(call, refusedToken: null, timer.Token).ConfigureAwait(false);
        if (ShouldRenew(call, outcome))
        {
            call.Renewed = true;
            outcome = await SendOnceAsync(call, call.Token, timer.Token).ConfigureAwait(false);
        }

        call.Record(outcome);
        return outcome;
    }

    private static bool ShouldRenew(LoyaltyCall call, AttemptOutcome outcome) =>
        call is { Renewed: false, Authenticator.CanRenew: true }
        && OutcomeTable.React(outcome.Happened, call.Operation.Idempotency) == Reaction.Renew;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AttemptOutcome> SendOnceAsync(LoyaltyCall call, string? refusedToken, CancellationToken cancellationToken)
    {
        HttpRequestMessage? request = null;
        var attemptsBefore = call.Attempts;
        var answered = false;
        try
        {
            request = await call.Build().ConfigureAwait(false);
            if (request.Content is not null || call.Operation.Idempotency != Idempotency.Safe)
            {
                request.Content = await SendTrackingContent.OfAsync(request.Content).ConfigureAwait(false);
            }

            Prepare(request, call);
            call.Token = await call.Authenticator.AuthenticateAsync(request, refusedToken, cancellationToken).ConfigureAwait(false);
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            answered = true;
            return await ReceiveAsync(call, response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // An answer is proof that the request left, whatever the body says; without a body the send guard is the last that saw it.
            var content = request?.Content as SendTrackingContent;
            content?.Close();
            var left = answered || (content?.Started ?? call.Attempts > attemptsBefore);
            return FailureClassifier.Classify(error, call, left, cancellationToken);
        }
        finally
        {
            request?.Dispose();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AttemptOutcome> ReceiveAsync(LoyaltyCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var kept = false;
        try
        {
            call.Status = (int)response.StatusCode;
            call.ServerDate = ResponseHeaders.Date(response);
            Pacer.Observe(response, call.ServerDate);
            var outcome = await AnswerReader.ReadAsync(call, response, _options, cancellationToken).ConfigureAwait(false);
            kept = outcome.Happened == AttemptEvent.Succeeded && call.Keep(response);
            return outcome;
        }
        finally
        {
            if (!kept)
            {
                response.Dispose();
            }
        }
    }

    private static void Prepare(HttpRequestMessage request, LoyaltyCall call)
    {
        // Refit's own entries serve handlers of Refit's, which there are none of here; with one more the dictionary would grow.
        ((IDictionary<string, object?>)request.Options).Clear();
        request.Options.Set(SendGuardHandler.CallKey, call);
        if (call.Headers is not null)
        {
            foreach (var (name, value) in call.Headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }
}
