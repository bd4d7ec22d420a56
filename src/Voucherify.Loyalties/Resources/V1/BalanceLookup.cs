using Voucherify.Loyalties.Generated.V1.Api;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>Looks up adjustments, and sends nothing.</summary>
internal sealed class BalanceLookup(ResourceContext context, IMembersApi api)
{
    /// <summary>Looks up an adjustment.</summary>
    /// <param name="memberId">The card.</param>
    /// <param name="request">The adjustment, with its id.</param>
    /// <param name="lookBack">How far back to look; null for the card's first transaction.</param>
    /// <param name="options">Per-request overrides.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="ArgumentException">The request is not valid, or has no id.</exception>
    public Task<BalanceResult?> FindAsync(
        string memberId, AdjustBalanceRequest request, TimeSpan? lookBack, RequestOptions? options, CancellationToken cancellationToken)
    {
        AdjustBalanceRules.Check(request);
        AdjustBalanceRules.RequireSourceId(request, "SourceId is missing: an adjustment is recognized by it.");
        var resume = LookupOptions.LookingBack(lookBack);
        var settings = context.Settings.For(AdjustBalanceCall.OperationFor(campaignId: null), options, cancellationToken);
        return SingleLookup.FindAsync(context.Reconciliation, new AdjustBalanceCall(api, settings, (memberId, null), request, resume));
    }
}
