using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// An adjustment that counts once. If this client has applied it, the result is known. If a call with its id is under way, this one waits
/// for the outcome, and takes over if that call gives up. Otherwise it looks for the id, and sends only if it is absent.
/// </summary>
internal sealed class OnceAdjustment<TResponse>
    where TResponse : class, IWriteResult
{
    private readonly ReconciliationServices _services;
    private readonly ReconciledCall<TResponse> _call;
    private readonly ReconciliationRun<TResponse> _run;
    private readonly long _called;
    private readonly long _waitsUntil;

    public OnceAdjustment(ReconciliationServices services, TimeSpan maxQueueWait, ReconciledCall<TResponse> call)
    {
        _services = services;
        _call = call;

        // Created now: what the caller says about earlier sends counts from here.
        _run = new ReconciliationRun<TResponse>(services, call);
        _called = Time.GetTimestamp();
        _waitsUntil = Time.EndOf(_called, maxQueueWait + call.TotalTimeout);
    }

    private TimeProvider Time => _services.Clock.Time;

    /// <summary>Applies the adjustment, or returns the result of the call that applied it.</summary>
    public async Task<TResponse> ApplyAsync()
    {
        while (true)
        {
            if (_call.Shared(_services)?.Join() is { } joined)
            {
                await WaitAsync(joined).ConfigureAwait(false);
                if (joined.Turn is { } turn)
                {
                    return await _run.ApplyAsync(turn).ConfigureAwait(false);
                }

                if (joined.TakeResult() is TResponse result)
                {
                    return result;
                }

                continue;
            }

            try
            {
                return await _run.ApplyAsync().ConfigureAwait(false);
            }
            catch (LoyaltySourceIdConflictException) when (!_run.HasBegun)
            {
                // Another call with the id has just begun: join it.
            }
        }
    }

    /// <summary>Waits for the end of the call that was joined.</summary>
    private async Task WaitAsync(JoinedAdjustment joined)
    {
        OperationCanceledException? cancellation = null;
        try
        {
            while (joined.NextSignal() is { } signal && TimeLeft(joined) is var left && left > TimeSpan.Zero)
            {
                await _services.Clock.WaitAsync(signal, left, _call.CallerToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException error)
        {
            cancellation = error;
        }

        // If the other call has ended at the same time, its outcome is known.
        if (joined.TryAbandon())
        {
            var error = ReconciliationErrors.StoppedWaiting(_call, _services.Options.NoAnswerWindow, cancellation);
            throw OutcomeFollower<TResponse>.Follow(_services, _call, error, isOwn: false);
        }
    }

    private TimeSpan TimeLeft(JoinedAdjustment joined)
    {
        var until = joined.UnknownSince is { } since
            ? Math.Min(_waitsUntil, Time.EndOf(Math.Max(since, _called), _services.Options.OutcomeTimeout))
            : _waitsUntil;
        return Time.SpanOf(until - Time.GetTimestamp());
    }
}
