using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Ordering;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// Applies one write exactly once, in the order of the calls, as long as the service applies and lists it within the window:
/// wait for the card's turn, search first if it may have been sent before, send, and search again when the outcome is unknown.
/// </summary>
internal sealed class ReconciliationRun<TResponse>(ReconciliationServices services, ReconciledCall<TResponse> call) : ICallReport
    where TResponse : class
{
    private readonly TimeSpan _timeout = call.TotalTimeout;
    private readonly long _called = call.IsResume ? services.Clock.Time.GetTimestamp() : 0;
    private OutcomeSearch<TResponse>? _search;
    private long _started;
    private Exception? _failure;
    private bool _answered;

    /// <summary>Whether the write was made, instead of giving way to another call with its id.</summary>
    public bool HasBegun { get; private set; }

    public int Attempts { get; private set; }

    public int Status { get; private set; }

    public bool WasFound => _search is { WasFound: true };

    private TimeSpan TimeLeft => _timeout - services.Clock.Time.GetElapsedTime(_started);

    /// <summary>The search for sends that may have been applied; created when there is one, which is seldom.</summary>
    private OutcomeSearch<TResponse> Search => _search ??= new OutcomeSearch<TResponse>(services, call, () => TimeLeft);

    private bool MaybeSent => _search is { MaybeSent: true };

    private bool MustSearch => _search is { IsNeeded: true };

    /// <summary>Applies the write.</summary>
    public Task<TResponse> ApplyAsync() => services.Telemetry.IsObserved ? ApplyObservedAsync() : ApplyInTurnAsync();

    private async Task<TResponse> ApplyObservedAsync()
    {
        TResponse? response = null;
        await services.Telemetry.ObserveAsync(
            call.Operation,
            this,
            async () => response = await ApplyInTurnAsync().ConfigureAwait(false)).ConfigureAwait(false);
        return response!;
    }

    private async Task<TResponse> ApplyInTurnAsync()
    {
        call.Begin(services);
        HasBegun = true;
        TResponse? response = null;
        try
        {
            if (call.Resume.OutsideQueue)
            {
                response = await RunAsync().ConfigureAwait(false);
                services.Turns.Resolve(call.Cards, call.SourceId);
                return response;
            }

            var ticket = new CardTicket(call.Cards, call.SourceId, call.IsResume) { SourceIds = call.SourceIds };
            await services.Turns.EnterAsync(ticket, call).ConfigureAwait(false);
            try
            {
                return response = await RunAsync().ConfigureAwait(false);
            }
            finally
            {
                services.Turns.Leave(ticket, _answered ? CardOutcome.Answered : _search?.Outcome ?? CardOutcome.Settled);
            }
        }
        finally
        {
            call.End(services, response, _failure);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TResponse> RunAsync()
    {
        // The total timeout starts here: a long queue is no reason to try less.
        _started = services.Clock.Time.GetTimestamp();
        try
        {
            // Nearly every write is sent for the first time, and answered.
            return !call.IsResume && await SendAsync().ConfigureAwait(false) is { } response
                ? response
                : await ReconcileAndSendAsync().ConfigureAwait(false);
        }
        finally
        {
            if (_answered)
            {
                call.Forget(services.Memory);
            }
            else
            {
                _search?.Remember();
            }
        }
    }

    private async Task<TResponse> ReconcileAndSendAsync()
    {
        if (call.IsResume)
        {
            Search.Begin(_called);
        }

        while (true)
        {
            if (MustSearch && await Search.ResolveAsync().ConfigureAwait(false) is { } recovered)
            {
                return recovered;
            }

            if (await SendAsync().ConfigureAwait(false) is { } response)
            {
                return response;
            }
        }
    }

    /// <summary>Sends, with retries of what was certainly not applied.</summary>
    /// <returns>The response, or null when the outcome is unknown.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TResponse?> SendAsync()
    {
        var timeLeft = TimeLeft;
        if (timeLeft <= TimeSpan.Zero)
        {
            throw MaybeSent
                ? Search.StaysUnknown()
                : ReconciliationErrors.NothingSent(call);
        }

        var started = services.Clock.Time.GetTimestamp();
        var attempted = MaybeSent ? call.Again() : call;
        attempted.TotalTimeout = timeLeft;
        var failure = await services.Attempts.TryRunAsync(attempted).ConfigureAwait(false);
        Attempts += attempted.Attempts;
        Status = attempted.Status > 0 ? attempted.Status : Status;
        if (failure is null)
        {
            _answered = true;
            return call.Identify(attempted.Response!);
        }

        if (attempted.WasUnknown)
        {
            Search.Add(attempted, started, failure);
        }

        if (!attempted.WasUnknown || failure is OperationCanceledException)
        {
            _failure = attempted.WasUnknown ? null : failure;
            ExceptionDispatchInfo.Throw(failure);
        }

        return null;
    }
}
