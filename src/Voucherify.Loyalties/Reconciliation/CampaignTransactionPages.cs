using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Generated.V1.Api;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads the transactions of some cards of a campaign, newest first.</summary>
internal sealed class CampaignTransactionPages(Func<ITransactionsApi> createApi, TransactionPageReader reader)
{
    private ITransactionsApi Api => field ??= createApi();

    /// <summary>Reads a page.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cards">The ids of the cards.</param>
    /// <param name="cursor">Where the page begins; null for the first one.</param>
    /// <param name="limits">How the page is read.</param>
    /// <exception cref="LoyaltyException">The page could not be read.</exception>
    public async Task<TransactionPage> ReadAsync(string campaignId, IReadOnlyList<string> cards, string? cursor, PageLimits limits)
    {
        var query = new ListCampaignTransactionsQuery
        {
            Limit = TransactionPage.FullSize,
            Order = TransactionOrder.IdDescending,
            StartingAfterId = cursor,
            Filters = new CampaignTransactionFilters { VoucherId = new StringConditions { In = cards } },
        };
        var (list, date, isCached) = await reader.ReadAsync(
            V1Operations.ListCampaignTransactions,
            () => Api.ListCampaignTransactions(campaignId, query.ToValues()),
            static list => list.Data is not null,
            limits).ConfigureAwait(false);
        return new BalanceTransactionPage(list, date, isCached, TransactionPage.FullSize);
    }
}
