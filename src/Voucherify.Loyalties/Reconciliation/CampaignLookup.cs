using Voucherify.Loyalties.Time;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Looks up the adjustments of many cards in the list of their campaign, once, and sends nothing.</summary>
/// <param name="pages">Reads the pages of the list.</param>
/// <param name="service">The service's clock.</param>
/// <param name="options">The options of the client.</param>
internal sealed class CampaignLookup(CampaignTransactionPages pages, ServiceClock service, LoyaltyClientOptions options)
{
    /// <summary>How many ids of cards a filter can name: the address of a request with 100 is too long for the service.</summary>
    private const int CardsPerList = 50;

    /// <summary>Looks up the adjustments.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="keys">The adjustments.</param>
    /// <param name="lookBack">How long ago the first of them can have been sent.</param>
    /// <param name="requestOptions">Per-request overrides. The timeout is for each page.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="LoyaltyException">The list could not be read, or proves nothing.</exception>
    public async Task<IReadOnlyList<FoundAdjustment>> FindAsync(
        string campaignId,
        IReadOnlyCollection<AdjustmentKey> keys,
        TimeSpan lookBack,
        RequestOptions? requestOptions,
        CancellationToken cancellationToken)
    {
        var limits = new PageLimits(requestOptions?.Timeout ?? options.TotalTimeout, requestOptions, cancellationToken);
        var found = new List<FoundAdjustment>(keys.Count);
        foreach (var cards in keys.GroupBy(static key => key.VoucherId, StringComparer.Ordinal).Chunk(CardsPerList))
        {
            var ids = cards.Select(static card => card.Key).ToList();
            var scan = new CampaignScan(cards.SelectMany(static card => card), NewBounds(lookBack));
            string? cursor = null;
            do
            {
                cursor = scan.Add(await pages.ReadAsync(campaignId, ids, cursor, limits).ConfigureAwait(false));
            }
            while (cursor is not null);
            found.AddRange(scan.Results);
        }

        return found;
    }

    private SearchBounds NewBounds(TimeSpan lookBack)
    {
        var time = options.TimeProvider;
        var sent = new SendState(options.Reconciliation, time);
        sent.Begin(PriorAttempt.MayBeAppliedFor(TimeSpan.Zero, lookBack), remembered: null, time.GetTimestamp());
        return new(sent, isOver: true, options.Reconciliation.LookbackMargin, service, time);
    }
}
