using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>Callers that give up.</summary>
internal sealed partial class History
{
    /// <summary>How long a cancelled call may take to end, by a real clock. A call reaches it only if a promise is broken.</summary>
    private static readonly TimeSpan CancellationLimit = TimeSpan.FromSeconds(30);

    private void PlanCancellation(ClientCall call, TimeSpan? after)
    {
        if (after == TimeSpan.Zero)
        {
            Cancel(call);
        }
        else if (after is { } delay)
        {
            // The history does not wait for this event: the call may have ended long before.
            _clock.After(delay, () => CancelFromOutside(call));
        }
    }

    private void CancelFromOutside(ClientCall call)
    {
        // The cancelled wait for a retry is Polly's, and ends on the thread pool. Nothing else happens until it has ended.
        if (Cancel(call) && call.Task?.Wait(_off == DisabledSafeguard.CardQueues ? TimeSpan.Zero : CancellationLimit) == false)
        {
            Violations.Add($"{call.Operation.Plan.SourceId} did not end when it was cancelled.");
        }
    }

    private bool Cancel(ClientCall call)
    {
        if (call.Reported is not null || call.Client != _clients)
        {
            return false;
        }

        _trace?.Add($"cancel {call.Operation.Plan.SourceId}");
        call.IsCancelled = true;
        call.Source.Cancel();
        if (_off == DisabledSafeguard.CancellationOfOthers)
        {
            call.Operation.Calls.ForEach(static other => other.Source.Cancel());
        }

        return true;
    }

    private void Cancel(Verdict verdict)
    {
        if (_openVerdicts.Contains(verdict))
        {
            verdict.IsCancelled = true;
            verdict.Source.Cancel();
            if (verdict.Task?.Wait(CancellationLimit) == false)
            {
                Violations.Add($"{verdict.Call.Operation.Plan.SourceId}: the wait for the outcome did not end when it was cancelled.");
            }
        }
    }
}
