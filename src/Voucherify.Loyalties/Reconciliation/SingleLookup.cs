using System.Runtime.ExceptionServices;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Looks up a write once, and sends nothing.</summary>
internal static class SingleLookup
{
    /// <summary>Looks up the write.</summary>
    /// <param name="services">What all reconciled writes of a client share.</param>
    /// <param name="call">The write. Its options say how far back the lookup goes.</param>
    /// <returns>What the transactions show, also of a write that is only recorded; null if it is not listed.</returns>
    /// <exception cref="LoyaltySourceIdConflictException">The id belongs to another write.</exception>
    /// <exception cref="LoyaltyTransactionRejectedException">The service has recorded the write, and has rejected it.</exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">A transaction may be the write, changed on the way.</exception>
    /// <exception cref="LoyaltyException">The transactions could not be read, or prove nothing.</exception>
    public static async Task<TResponse?> FindAsync<TResponse>(ReconciliationServices services, ReconciledCall<TResponse> call)
        where TResponse : class
    {
        var started = services.Clock.Time.GetTimestamp();
        var sent = new SendState(services.Options, services.Clock.Time);
        call.Recall(services.Memory, sent, started);
        var round = SearchRound.For(services, call, sent, () => call.TotalTimeout - services.Clock.Time.GetElapsedTime(started));
        var found = await round.RunAsync(isOver: true).ConfigureAwait(false);
        if (found is { Count: > 0 })
        {
            return await call.RecoverAsync(found, call.CallerToken).ConfigureAwait(false);
        }

        if (round.Recorded is { } recorded)
        {
            return await call.RecoverAsync([recorded], call.CallerToken).ConfigureAwait(false);
        }

        if (round.Error is { } error)
        {
            ExceptionDispatchInfo.Throw(
                round.CouldNotRead ? error : ReconciliationErrors.Unknown(call, sent, wasFound: false, error, round.Candidates));
        }

        return null;
    }
}
