using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>The hand-written part: the lookup of many adjustments.</summary>
internal sealed partial class TransactionsClient
{
    /// <inheritdoc />
    public Task<IReadOnlyList<FoundAdjustment>> FindAdjustmentsAsync(
        CampaignId campaignId,
        IReadOnlyCollection<AdjustmentKey> keys,
        TimeSpan lookBack,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var campaign = IdCheck.Require(campaignId);
        AdjustmentKeyRules.Check(keys);
        ArgumentOutOfRangeException.ThrowIfLessThan(lookBack, TimeSpan.Zero);
        return _context.Reconciliation.CampaignLookup.FindAsync(campaign, keys, lookBack, options, cancellationToken);
    }
}
