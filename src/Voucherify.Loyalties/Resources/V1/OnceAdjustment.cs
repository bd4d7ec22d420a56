using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.Time;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>
/// An adjustment that counts once. If this client has applied it, the result is known. If a call with its id is under way, this one waits
/// for the outcome, and takes over if that call gives up. Otherwise it looks for the id, and sends only if it is absent.
/// </summary>
internal sealed class OnceAdjustment
{
    private readonly ReconciliationServices _services;
    private readonly AdjustBalanceCall _call;
    private readonly ReconciliationRun<BalanceResult> _run;
    private readonly long _waitsUntil;

    public OnceAdjustment(ReconciliationServices services, TimeSpan maxQueueWait, AdjustBalanceCall call)
    {
        _services = services;
        _call = call;

        // Created now: what the caller says about earlier sends counts from here.
        _run = new ReconciliationRun<BalanceResult>(services, call);
        _waitsUntil = Time.GetTimestamp() + Time.TicksOf(maxQueueWait + call.TotalTimeout);
    }

    private TimeProvider Time => _services.Clock.Time;

    /// <summary>Applies the adjustment, or returns the result of the call that applied it.</summary>
    public async Task<BalanceResult> ApplyAsync()
    {
        while (true)
        {
            if (_call.Join(_services) is { } joined)
            {
                await WaitAsync(joined).ConfigureAwait(false);
                if (joined.TakeResult() is { } result)
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
            var limit = Time.SpanOf(_waitsUntil - Time.GetTimestamp());
            await _services.Clock.WaitAsync(joined.Ended, limit, _call.CallerToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            cancellation = error;
        }

        // If the other call has ended at the same time, its outcome is known.
        if (!joined.IsComplete)
        {
            throw ReconciliationErrors.StoppedWaiting(_call, _services.Options.NoAnswerWindow, cancellation);
        }
    }
}
