using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Follows the id of a write whose caller no longer waits, until its outcome is known.</summary>
internal sealed class OutcomeFollower<TResponse>
    where TResponse : class
{
    private readonly ReconciliationServices _services;
    private readonly ReconciledCall<TResponse> _call;
    private readonly UnsettledWrite? _write;

    private OutcomeFollower(ReconciliationServices services, ReconciledCall<TResponse> call, bool isOwn)
    {
        _services = services;
        _call = call;
        _write = isOwn ? services.Unsettled.Open(call.Key) : UnderWay();
    }

    /// <summary>Lets the caller of a write follow its id, from the error that the caller gets.</summary>
    /// <param name="services">What all reconciled writes of a client share.</param>
    /// <param name="call">The write.</param>
    /// <param name="error">The error.</param>
    /// <param name="isOwn">Whether the caller's own call tells how it ends; false for a caller that waited for another call.</param>
    public static Exception Follow(ReconciliationServices services, ReconciledCall<TResponse> call, Exception error, bool isOwn = true)
    {
        if (error is LoyaltyOutcomeUnknownException unknown)
        {
            unknown.Follow = new OutcomeFollower<TResponse>(services, call, isOwn).WaitAsync;
        }
        else if (error is LoyaltyOperationCanceledException canceled)
        {
            canceled.Follow = new OutcomeFollower<TResponse>(services, call, isOwn).WaitAsync;
        }

        return error;
    }

    /// <summary>Waits for the outcome. If the write was sent again in the meantime, the outcome of that send counts.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    private async Task<WriteOutcome> WaitAsync(CancellationToken cancellationToken)
    {
        var write = _write;
        while (write is not null)
        {
            await _services.Unsettled.WaitAsync(write, cancellationToken).ConfigureAwait(false);
            if (write.Outcome is { Kind: WriteOutcomeKind.Applied } applied)
            {
                // An adjustment with other points was sent only once this one was proven absent.
                return applied.IsOf(_call.Terms) ? Applied(applied.Known?.Copy()) : WriteOutcome.NotApplied;
            }

            if (ExpectedTransaction.IsAppliedInsteadOf(write.Outcome, _call.Expected()))
            {
                return Applied(result: null);
            }

            if ((_services.Unsettled.Successor(write) ?? UnderWay()) is not { } next)
            {
                break;
            }

            write = next;
            if (_services.Unsettled.IsDisposed)
            {
                // A call that is still under way no longer tells how it ends.
                break;
            }
        }

        return _call.Shared(_services)?.KnownResult is { } result ? Applied(result.Copy()) : LastWord(write);
    }

    private WriteOutcome Applied(IWriteResult? result) => WriteOutcome.Applied(result, _call.Terms);

    private UnsettledWrite? UnderWay() => _services.Unsettled.OpenIf(_call.Key, () => _call.Shared(_services)?.IsUnderWay == true);

    // What was sent and applied since then is remembered for this long, and would have been found. What was sent since then and is unknown
    // may be applied, although the client does not search for it.
    private WriteOutcome LastWord(UnsettledWrite? write) =>
        write is null
        || _services.Clock.Time.GetElapsedTime(write.SettledAt) > _services.Options.NoAnswerWindow
        || _call.MayBeUnresolved(_services.Memory)
            ? WriteOutcome.Unknown
            : write.Outcome!;
}
