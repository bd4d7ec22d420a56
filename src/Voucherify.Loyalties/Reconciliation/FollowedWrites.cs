using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Tells those who follow the id of a write that a call with this id begins, and how it ends.</summary>
internal struct FollowedWrites
{
    /// <summary>What followers of the id wait for; null for a call that tells them only if its outcome becomes unknown.</summary>
    private UnsettledWrite? _begun;

    /// <summary>A call begins: it searches itself.</summary>
    public void Begin<TResponse>(ReconciliationServices services, ReconciledCall<TResponse> call)
        where TResponse : class => _begun = call.IsFollowed ? services.Unsettled.Begin(call.Key) : null;

    /// <summary>A call leaves its turn to another one with its id, which is about to begin and will tell how it ends.</summary>
    /// <param name="services">What all reconciled writes of a client share.</param>
    /// <param name="call">The call.</param>
    /// <param name="search">The search of the call; null if there was none.</param>
    public void HandOver<TResponse>(
        ReconciliationServices services, ReconciledCall<TResponse> call, OutcomeSearch<TResponse>? search)
        where TResponse : class
    {
        services.Unsettled.HandOver(call.Key, _begun, Background(services, call, search));
        _begun = null;
    }

    /// <summary>A call has ended. If its outcome is unknown, the search for it continues in the background.</summary>
    /// <param name="services">What all reconciled writes of a client share.</param>
    /// <param name="call">The call.</param>
    /// <param name="response">The response; null if the call ended without one.</param>
    /// <param name="search">The search of the call; null if there was none.</param>
    public readonly void End<TResponse>(
        ReconciliationServices services, ReconciledCall<TResponse> call, TResponse? response, OutcomeSearch<TResponse>? search)
        where TResponse : class
    {
        if (_begun is null && search is not { IsUnknown: true } && services.Unsettled.IsEmpty)
        {
            return;
        }

        var background = Background(services, call, search);
        var outcome = search switch
        {
            { IsUnknown: true } => background is null ? WriteOutcome.Unknown : null,
            _ when response is not null => WriteOutcome.Applied(response as IWriteResult, call.Terms),

            // It was applied, although its response could not be created.
            { WasFound: true } => WriteOutcome.Applied(result: null, call.Terms),

            // A resume that never began to search has learned nothing.
            null when call.IsResume => null,

            // This write was not applied. Another one with the id was, and its caller may follow the id too.
            { Verdict: { } verdict } => verdict,

            // Nothing was sent, or what was sent is absent. An earlier send may be unknown that this call did not know of.
            not { IsResolved: true } when services.Unsettled.IsSearchedFor(call.Key) => null,
            _ => WriteOutcome.NotApplied,
        };
        services.Unsettled.End(call.Key, _begun, outcome, background);
    }

    private static BackgroundSearch<TResponse>? Background<TResponse>(
        ReconciliationServices services, ReconciledCall<TResponse> call, OutcomeSearch<TResponse>? search)
        where TResponse : class => search is { IsUnknown: true, CanContinue: true } && call.IsReconciled(services)
            ? new BackgroundSearch<TResponse>(services, call, search)
            : null;
}
