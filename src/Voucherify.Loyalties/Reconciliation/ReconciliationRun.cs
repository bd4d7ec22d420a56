using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Telemetry;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// Applies one write exactly once, in the order of the calls, as long as the service applies and lists it within the window:
/// wait for the card's turn, search first if it may have been sent before, send, and search again when the outcome is unknown.
/// </summary>
internal sealed class ReconciliationRun<TResponse>(ReconciliationServices services, ReconciledCall<TResponse> call)
    : WriteTurn<TResponse>(services, call), ICallReport
    where TResponse : class
{
    private readonly TimeSpan _timeout = call.TotalTimeout;
    private readonly long _called = call.IsResume ? services.Clock.Time.GetTimestamp() : 0;
    private OutcomeSearch<TResponse>? _search;
    private long _started;
    private Exception? _failure;
    private bool _answered;

    public int Attempts { get; private set; }

    public int Status { get; private set; }

    public bool WasFound => _search is { WasFound: true };

    private TimeSpan TimeLeft => _timeout - Services.Clock.Time.GetElapsedTime(_started);

    /// <summary>The search for sends that may have been applied; created when there is one, which is seldom.</summary>
    private OutcomeSearch<TResponse> Search => _search ??= NewSearch(() => TimeLeft);

    private bool MaybeSent => _search is { MaybeSent: true };

    private bool MustSearch => _search is { IsNeeded: true };

    /// <summary>Applies the write.</summary>
    /// <param name="inherited">The turn, or the place in the queue, of a call that has given up; null for a new one.</param>
    public Task<TResponse> ApplyAsync(CardTicket? inherited = null) =>
        ClientTelemetry.IsObserved ? ApplyObservedAsync(inherited) : ApplyInTurnAsync(inherited);

    private async Task<TResponse> ApplyObservedAsync(CardTicket? inherited)
    {
        TResponse? response = null;
        await Services.Telemetry.ObserveAsync(
            Call.Operation,
            this,
            async () => response = await ApplyInTurnAsync(inherited).ConfigureAwait(false)).ConfigureAwait(false);
        return response!;
    }

    private async Task<TResponse> ApplyInTurnAsync(CardTicket? inherited)
    {
        Begin(inherited);
        TResponse? response = null;
        try
        {
            await WaitAsync().ConfigureAwait(false);
            return response = await RunAsync().ConfigureAwait(false);
        }
        finally
        {
            End(response, _failure, _answered, _search);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TResponse> RunAsync()
    {
        // The total timeout starts here: a long queue is no reason to try less.
        _started = Services.Clock.Time.GetTimestamp();
        try
        {
            // Nearly every write is sent for the first time, and answered.
            return !Call.IsResume && await SendAsync().ConfigureAwait(false) is { } response
                ? response
                : await ReconcileAndSendAsync().ConfigureAwait(false);
        }
        catch (LoyaltyTransactionRejectedException error)
        {
            _failure = error;
            throw;
        }
        finally
        {
            if (_answered)
            {
                Call.Forget(Services.Memory);
            }
            else
            {
                _search?.Remember();
            }
        }
    }

    private async Task<TResponse> ReconcileAndSendAsync()
    {
        if (Call.IsResume)
        {
            BeginSearch();
        }

        while (true)
        {
            if (MustSearch && await ResolveAsync().ConfigureAwait(false) is { } recovered)
            {
                return recovered;
            }

            if (await SendAsync().ConfigureAwait(false) is { } response)
            {
                return response;
            }
        }
    }

    private void BeginSearch()
    {
        Search.Begin(_called);
        if (MaybeSent)
        {
            BecameUnknown(_called);
        }
    }

    private async Task<TResponse?> ResolveAsync()
    {
        var recovered = await Search.ResolveAsync().ConfigureAwait(false);
        if (recovered is null && MaybeSent)
        {
            BecameKnown();
        }

        return recovered;
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
                : ReconciliationErrors.NothingSent(Call);
        }

        var started = Services.Clock.Time.GetTimestamp();
        var attempted = MaybeSent ? Call.Again() : Call;
        attempted.TotalTimeout = timeLeft;
        var failure = await Services.Attempts.TryRunAsync(attempted).ConfigureAwait(false);
        Attempts += attempted.Attempts;
        Status = attempted.Status > 0 ? attempted.Status : Status;
        if (failure is null)
        {
            return Accept(attempted, started);
        }

        if (!attempted.WasUnknown)
        {
            if (MaybeSent && Call.SearchesAfter(failure)
                && await Search.ResolveAfterRefusalAsync().ConfigureAwait(false) is { } recovered)
            {
                return recovered;
            }

            _failure = failure;
            ExceptionDispatchInfo.Throw(failure);
        }

        Search.Add(attempted, started, failure);
        BecameUnknown(joinedAt: null);
        if (failure is OperationCanceledException)
        {
            ExceptionDispatchInfo.Throw(OutcomeFollower<TResponse>.Follow(Services, Call, failure));
        }

        return Call.IsReconciled(Services) ? null : throw Search.StaysUnknown();
    }

    /// <summary>Takes a response.</summary>
    /// <returns>The result; null if the service has only recorded the write, and the call waits for its end.</returns>
    private TResponse? Accept(ReconciledCall<TResponse> attempted, long started)
    {
        var response = Call.Identify(attempted.Response!);
        if (Call.RecordedBy(response) is not { } transactionId)
        {
            _answered = true;
            return response;
        }

        Search.AddRecorded(attempted, started, transactionId);
        BecameUnknown(joinedAt: null);
        return Call.ReturnsWhenRecorded || !Call.IsReconciled(Services) ? response : null;
    }
}
