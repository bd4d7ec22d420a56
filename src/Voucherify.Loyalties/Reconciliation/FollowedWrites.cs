using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Tells those who follow the id of a write that a call with this id begins, and how it ends.</summary>
internal static class FollowedWrites
{
    /// <summary>A call begins: it searches itself.</summary>
    public static void Begin<TResponse>(ReconciliationServices services, ReconciledCall<TResponse> call)
        where TResponse : class
    {
        if (call.IsFollowed)
        {
            services.Unsettled.Begin(call.Key);
        }
    }

    /// <summary>A call has ended. If its outcome is unknown, the search for it continues in the background.</summary>
    /// <param name="services">What all reconciled writes of a client share.</param>
    /// <param name="call">The call.</param>
    /// <param name="response">The response; null if the call ended without one.</param>
    /// <param name="search">The search of the call; null if there was none.</param>
    public static void End<TResponse>(
        ReconciliationServices services, ReconciledCall<TResponse> call, TResponse? response, OutcomeSearch<TResponse>? search)
        where TResponse : class
    {
        var isUnknown = search is { IsUnknown: true };
        if (!call.IsFollowed && !isUnknown && services.Unsettled.IsEmpty)
        {
            return;
        }

        var outcome = search switch
        {
            _ when response is not null => WriteOutcome.Applied(response as BalanceResult),
            { IsUnknown: true } => services.Reconciles ? null : WriteOutcome.Unknown,

            // A resume that never began to search has learned nothing.
            null when call.IsResume => null,
            _ => WriteOutcome.NotApplied,
        };
        var background = isUnknown && services.Reconciles ? new BackgroundSearch<TResponse>(services, call, search!) : null;
        services.Unsettled.End(call.Key, call.IsFollowed, outcome, background);
    }
}
