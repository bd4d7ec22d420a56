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
        if (!call.IsFollowed && search is not { IsUnknown: true } && services.Unsettled.IsEmpty)
        {
            return;
        }

        var background = search is { IsUnknown: true, CanContinue: true } && services.Reconciles
            ? new BackgroundSearch<TResponse>(services, call, search)
            : null;

        var outcome = search switch
        {
            _ when response is not null => WriteOutcome.Applied(response as BalanceResult),
            { IsUnknown: true } => background is null ? WriteOutcome.Unknown : null,

            // A resume that never began to search has learned nothing.
            null when call.IsResume => null,
            _ => WriteOutcome.NotApplied,
        };
        services.Unsettled.End(call.Key, call.IsFollowed, outcome, background);
    }
}
