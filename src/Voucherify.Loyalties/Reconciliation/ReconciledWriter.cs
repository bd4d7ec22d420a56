using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Telemetry;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// Applies changes exactly once, in the order of their calls, as long as the service applies them within the reconciliation window:
/// wait for the card's turn, look first if it may have been sent before, send, and look again when the outcome is unknown.
/// </summary>
internal sealed class ReconciledWriter(LoyaltyTransport transport)
{
    private readonly TransactionLookup _lookup = new(transport);

    private ReconciliationOptions Options => transport.Options.Reconciliation;

    private TimeProvider Time => transport.Options.TimeProvider;

    /// <summary>Applies a change.</summary>
    public Task<TAnswer> ApplyAsync<TAnswer>(ReconciledWrite<TAnswer> write, CancellationToken cancellationToken)
        where TAnswer : class =>
        transport.Telemetry.IsObserved ? ApplyObservedAsync(write, cancellationToken) : ApplyInTurnAsync(write, cancellationToken);

    private async Task<TAnswer> ApplyObservedAsync<TAnswer>(ReconciledWrite<TAnswer> write, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var observed = transport.Telemetry.Begin(write.Call.Operation);
        TAnswer answer;
        try
        {
            answer = await ApplyInTurnAsync(write, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            observed.End(OutcomeNames.Of(error), error, write.Status, write.Attempts);
            throw;
        }

        observed.End(write.WasFound ? OutcomeNames.Recovered : OutcomeNames.Succeeded, failure: null, write.Status, write.Attempts);
        return answer;
    }

    private async Task<TAnswer> ApplyInTurnAsync<TAnswer>(ReconciledWrite<TAnswer> write, CancellationToken cancellationToken)
        where TAnswer : class
    {
        if (write.Resume.OutsideQueue)
        {
            var alone = new Run(write.Call.TotalTimeout, transport.Options, cancellationToken);
            var answer = await ApplyAsync(write, alone, remembered: null).ConfigureAwait(false);
            transport.Sequencer.Resolve(write.Cards, write.Call.Subject?.SourceId);
            return answer;
        }

        var turn = new Turn(write.Cards, write.Call.Subject?.SourceId, resumes: write.Resume.Prior.MaybeSent);
        await transport.EnterAsync(turn, write.Call).ConfigureAwait(false);

        // The total timeout starts here: a long line is no reason to try less.
        var run = new Run(write.Call.TotalTimeout, transport.Options, cancellationToken);
        try
        {
            // Nearly every change is sent for the first time, and answered.
            return !write.Resume.Prior.MaybeSent && await SendAsync(write, run).ConfigureAwait(false) is { } answer
                ? answer
                : await ApplyAsync(write, run, turn.Closed).ConfigureAwait(false);
        }
        finally
        {
            transport.Sequencer.Leave(turn, run.Settlement);
        }
    }

    private async Task<TAnswer> ApplyAsync<TAnswer>(ReconciledWrite<TAnswer> write, Run run, SentRecord? remembered)
        where TAnswer : class
    {
        if (write.Resume.Prior.MaybeSent)
        {
            run.Sent.Begin(write.Resume.Prior, remembered);
        }

        while (true)
        {
            if (run.MaybeSent && await ReconcileAsync(write, run).ConfigureAwait(false) is { } recovered)
            {
                return recovered;
            }

            if (await SendAsync(write, run).ConfigureAwait(false) is { } answer)
            {
                return answer;
            }
        }
    }

    /// <summary>Sends, with retries of what was certainly not applied.</summary>
    /// <returns>The answer, or null when the outcome is unknown.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TAnswer?> SendAsync<TAnswer>(ReconciledWrite<TAnswer> write, Run run)
        where TAnswer : class
    {
        if (run.TimeLeft <= TimeSpan.Zero)
        {
            throw run.MaybeSent
                ? Unknown(write, run)
                : new LoyaltyTimeoutException($"{write.Call.Operation.Name}: the time was over before anything was sent.");
        }

        var started = Time.GetTimestamp();
        var call = run.MaybeSent ? write.Call.Again() : write.Call;
        call.TotalTimeout = run.TimeLeft;
        var failure = await transport.TryRunAsync(call).ConfigureAwait(false);
        write.Sent(call);
        if (failure is null)
        {
            run.Settlement = Settlement.Answered;
            return Identified(write, call.Answer!);
        }

        if (!call.WasUnknown)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        run.Sent.MarkUnknown(call, started);
        run.Settlement = new Settlement(SettlementKind.Unknown, run.Sent.Record);
        run.LastError = (failure as LoyaltyOutcomeUnknownException)?.InnerException ?? failure;
        if (failure is OperationCanceledException)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return null;
    }

    /// <summary>Looks for the change until it is found or its window has passed.</summary>
    /// <returns>The answer, or null when it was certainly not applied.</returns>
    private async Task<TAnswer?> ReconcileAsync<TAnswer>(ReconciledWrite<TAnswer> write, Run run)
        where TAnswer : class
    {
        run.Settlement = new Settlement(SettlementKind.Unknown, run.Sent.Record);
        LoyaltyLog.LookingFor(transport.Telemetry.Log, write.Call.Operation.Name, write.Call.Subject?.SourceId);
        try
        {
            return await LookUntilSettledAsync(write, run).ConfigureAwait(false);
        }
        catch (LoyaltySourceIdConflictException)
        {
            run.Settlement = Settlement.Settled;
            transport.Telemetry.Conflict(write.Call);
            throw;
        }
        catch (OperationCanceledException error) when (run.CallerToken.IsCancellationRequested)
        {
            throw Cancelled(write, run, error);
        }
    }

    private async Task<TAnswer?> LookUntilSettledAsync<TAnswer>(ReconciledWrite<TAnswer> write, Run run)
        where TAnswer : class
    {
        var expected = write.Expected();
        for (var delay = Options.BaseDelay; ; delay = Min(delay * 2, Options.MaxDelay))
        {
            // Absence counts only when the look began after the window had ended.
            var isOver = run.Sent.WindowLeft <= TimeSpan.Zero;
            var found = await LookAsync(write, expected, run, isOver).ConfigureAwait(false);
            if (found?.Count == expected.Length)
            {
                run.Settlement = Settlement.Settled;
                write.WasFound = true;
                transport.Telemetry.Found(write.Call);
                return await RecoverAsync(write, run, found).ConfigureAwait(false);
            }

            if (isOver && found is { Count: 0 })
            {
                run.Settlement = Settlement.Settled;
                transport.Telemetry.Absent(write.Call);
                return null;
            }

            var wait = isOver ? delay : Min(delay, run.Sent.WindowLeft);
            if (wait >= run.TimeLeft || (isOver && found is not null))
            {
                // No time, or a part of it was applied and the rest was not.
                throw Unknown(write, run);
            }

            await transport.Waiting.DelayAsync(Max(wait, TimeSpan.Zero), run.CallerToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the answer of a change that was applied. What fails here must not look like a refusal of the change.</summary>
    private async Task<TAnswer> RecoverAsync<TAnswer>(ReconciledWrite<TAnswer> write, Run run, IReadOnlyList<LoyaltyTransaction> found)
        where TAnswer : class
    {
        try
        {
            return Identified(write, await write.Recover(found, run.CallerToken).ConfigureAwait(false));
        }
        catch (Exception error) when (!IsCallersCancellation(error, run))
        {
            // Also what a token provider or a handler of the user's throws: its caller must not take it for a failure of the change.
            run.LastError = error;
            throw Unknown(write, run);
        }
    }

    /// <summary>Looks once.</summary>
    /// <returns>The transactions that were found; null when this look proves nothing.</returns>
    private async Task<IReadOnlyList<LoyaltyTransaction>?> LookAsync<TAnswer>(
        ReconciledWrite<TAnswer> write, ExpectedTransaction[] expected, Run run, bool isOver)
        where TAnswer : class
    {
        var found = new List<LoyaltyTransaction>(expected.Length);
        var options = write.Call.Headers is { } headers ? new RequestOptions { Headers = headers } : null;
        try
        {
            foreach (var part in expected)
            {
                var transaction = await _lookup.FindAsync(part, run.Sent, options, () => run.TimeLeft, run.CallerToken).ConfigureAwait(false);
                if (transaction is not null)
                {
                    found.Add(transaction);
                }
            }

            return found;
        }
        catch (LoyaltySourceIdConflictException error) when (!isOver || expected.Length > 1)
        {
            // The id belongs to another change, but this one may have left too: it may still be applied, or another part of it was.
            run.LastError = error;
            return isOver ? throw Unknown(write, run) : null;
        }
        catch (LoyaltyApiException error) when (error is not LoyaltyRateLimitException && IsFinal(error.StatusCode))
        {
            // The service will not answer otherwise a moment later: this key may not list transactions, say.
            run.LastError = error;
            throw Unknown(write, run);
        }
        catch (ObjectDisposedException error)
        {
            run.LastError = error;
            throw Unknown(write, run);
        }
        catch (Exception error) when (error is not LoyaltySourceIdConflictException and not LoyaltyOutcomeUnknownException && !IsCallersCancellation(error, run))
        {
            // Also what a token provider or a handler of the user's throws: the outcome is unknown all the same, and its source_id must not be lost.
            run.LastError = error;
            return null;
        }
    }

    private static TAnswer Identified<TAnswer>(ReconciledWrite<TAnswer> write, TAnswer answer)
        where TAnswer : class
    {
        if (answer is ICarriesSourceId carrier)
        {
            carrier.SourceId = write.Call.Subject?.SourceId;
        }

        return answer;
    }

    private static bool IsCallersCancellation(Exception error, Run run) => error is OperationCanceledException && run.CallerToken.IsCancellationRequested;

    private static bool IsFinal(HttpStatusCode status) => status < HttpStatusCode.InternalServerError && status != HttpStatusCode.RequestTimeout;

    private LoyaltyOutcomeUnknownException Unknown<TAnswer>(ReconciledWrite<TAnswer> write, Run run)
        where TAnswer : class
    {
        var subject = write.Call.Subject;
        transport.Telemetry.StaysUnknown(write.Call);
        return new LoyaltyOutcomeUnknownException(
            $"{write.Call.Operation.Name} with source_id '{subject?.SourceId}' for '{subject?.MemberId}' was sent, and "
            + (write.WasFound
                ? "was found in the transactions, but its answer could not be made: do not send it again, resume it. "
                : "is not in the transactions yet: whether it was or will be applied is not known. Resume it later. ")
            + run.LastError?.Message,
            run.LastError)
        {
            SourceId = subject?.SourceId,
            MemberId = subject?.MemberId,
            CampaignId = subject?.CampaignId,
            Adjustment = subject?.Adjustment,
            Transfer = subject?.Transfer,
            Attempts = run.Sent.Attempts,
            LastSentAt = Time.GetUtcNow() - run.Sent.SinceLast,
        };
    }

    private static LoyaltyOperationCanceledException Cancelled<TAnswer>(ReconciledWrite<TAnswer> write, Run run, Exception error)
        where TAnswer : class => new(
            $"{write.Call.Operation.Name} was cancelled while its outcome was unknown. Resume it with its source_id '{write.Call.Subject?.SourceId}'.",
            error,
            run.CallerToken)
        {
            SourceId = write.Call.Subject?.SourceId,
            MemberId = write.Call.Subject?.MemberId,
            CampaignId = write.Call.Subject?.CampaignId,
            Adjustment = write.Call.Subject?.Adjustment,
            Transfer = write.Call.Subject?.Transfer,
        };

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    /// <summary>The state of one call.</summary>
    private sealed class Run(TimeSpan timeout, LoyaltyClientOptions options, CancellationToken callerToken)
    {
        private readonly long _started = options.TimeProvider.GetTimestamp();
        private SendState? _sent;

        /// <summary>What is known about sends that may have been applied; made when there is one, which is seldom.</summary>
        public SendState Sent => _sent ??= new SendState(options.Reconciliation, options.TimeProvider);

        public bool MaybeSent => _sent is { MaybeSent: true };

        public CancellationToken CallerToken { get; } = callerToken;

        public Settlement Settlement { get; set; } = Settlement.Settled;

        public Exception? LastError { get; set; }

        public TimeSpan TimeLeft => timeout - options.TimeProvider.GetElapsedTime(_started);
    }
}
