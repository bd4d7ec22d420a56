namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Continues the search of a call whose callers have given up waiting.</summary>
/// <param name="services">What all reconciled writes of a client share.</param>
/// <param name="call">The write.</param>
/// <param name="search">The search of the last call.</param>
internal sealed class BackgroundSearch<TResponse>(
    ReconciliationServices services,
    ReconciledCall<TResponse> call,
    OutcomeSearch<TResponse> search) : IBackgroundSearch
    where TResponse : class
{
    public async Task<WriteOutcome> SearchAsync(CancellationToken cancellationToken)
    {
        var detached = call.Detached(cancellationToken);
        var limits = SearchLimits.Background(services.Options, services.Clock.Time, detached.TotalTimeout);
        try
        {
            var found = await search.InBackground(detached, limits).FindAsync().ConfigureAwait(false);
            return found is null ? WriteOutcome.NotApplied : WriteOutcome.Applied(call.ResultFrom(found), call.Terms);
        }
        catch (Exception error) when (WriteOutcome.Of(error) is { } verdict)
        {
            return verdict;
        }
    }

    public void Settle(WriteOutcome outcome)
    {
        if (outcome.Kind == WriteOutcomeKind.Unknown)
        {
            return;
        }

        if (outcome.IsAbsent)
        {
            call.MarkAbsent(services.Memory);
        }
        else
        {
            call.Forget(services.Memory);
        }

        call.Shared(services)?.Remember(outcome);
        services.Turns.Resolve(call.Cards, call.SourceId);
    }
}
