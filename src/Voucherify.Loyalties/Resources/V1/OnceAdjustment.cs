using System.Runtime.ExceptionServices;
using Voucherify.Loyalties.Calls;
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

    public OnceAdjustment(ResourceContext context, AdjustBalanceCall call)
    {
        _services = context.Reconciliation;
        _call = call;

        // Created now: what the caller says about earlier sends counts from here.
        _run = new ReconciliationRun<BalanceResult>(_services, call);
        _waitsUntil = Time.GetTimestamp() + Time.TicksOf(context.Options.Ordering.MaxQueueWait + call.TotalTimeout);
    }

    private TimeProvider Time => _services.Clock.Time;

    /// <summary>Applies the adjustment, or returns the result of the call that applied it.</summary>
    public async Task<BalanceResult> ApplyAsync()
    {
        while (true)
        {
            if (_call.Join(_services.Adjustments) is { } joined)
            {
                if (await WaitAsync(joined).ConfigureAwait(false) is { } result)
                {
                    return result;
                }

                continue;
            }

            try
            {
                return await _run.ApplyAsync().ConfigureAwait(false);
            }
            catch (LoyaltySourceIdConflictException) when (!_call.HasBegun)
            {
                // Another call with the id has just begun: join it.
            }
        }
    }

    /// <summary>Waits for the call that was joined.</summary>
    /// <returns>Its result; null if it gave up or if its outcome is unknown, so that one of those who wait takes over.</returns>
    private async Task<BalanceResult?> WaitAsync(JoinedAdjustment joined)
    {
        try
        {
            var limit = Time.SpanOf(_waitsUntil - Time.GetTimestamp());
            await _services.Clock.WaitAsync(joined.Ended, limit, _call.CallerToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (!joined.IsComplete)
        {
            throw UnknownOutcome.Cancellation(_call.Subject, Report(), Describe("this caller cancelled"), error, _call.CallerToken);
        }
        catch (OperationCanceledException)
        {
            // The other call has ended at the same time: its outcome is known.
        }

        if (!joined.IsComplete)
        {
            throw UnknownOutcome.Failure(_call.Subject, Report(), Describe("it did not end in time"), cause: null);
        }

        if (joined.Outcome.Refusal is { } refusal)
        {
            ExceptionDispatchInfo.Throw(refusal);
        }

        // A copy: the result can be written to, and each caller has its own.
        return joined.Outcome.Result is { } result ? result with { } : null;
    }

    // The other call may send at any moment.
    private SendReport Report() => new(Attempts: 0, LastSentAt: null, _services.Options.NoAnswerWindow);

    private string Describe(string reason) =>
        $"{_call.Operation.Name} waited for another call with source_id '{_call.SourceId}' for '{_call.Cards[0]}', and {reason}: "
        + "whether the adjustment was applied is not known. Make the call again.";
}
