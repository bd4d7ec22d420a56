using Voucherify.Loyalties.Generated.Platform.Api;
using Voucherify.Loyalties.Generated.V1.Api;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Pipeline;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Creates the lookups of a client, for both versions of the API.</summary>
internal static class LookupFactory
{
    /// <summary>Creates the lookup.</summary>
    /// <param name="apis">Creates what builds the requests.</param>
    /// <param name="settings">How calls are made.</param>
    /// <param name="attempts">Makes the calls.</param>
    /// <param name="service">The service's clock.</param>
    /// <param name="options">The options of the client.</param>
    public static TransactionLookup Create(
        ApiFactory apis, CallSettingsSource settings, AttemptLoop attempts, ServiceClock service, LoyaltyClientOptions options)
    {
        var reader = new TransactionPageReader(settings, attempts);
        var cards = new CardTransactionPages(apis.Create<ICardsApi>, reader);
        var lists = new TransactionLists
        {
            Balance = new BalanceTransactionPages(apis.Create<ITransactionsApi>, reader),
            Cards = cards,
            PendingPoints = new PendingPointsPages(apis.Create<ICardsApi>, cards, reader),
            Payments = new PaymentPages(apis.Create<IPaymentsApi>, new PaidOrderLookup(apis.Create<IOrdersApi>, reader), reader),
            Purchases = new PurchasePages(apis.Create<IPurchasesApi>, reader),
        };
        return new(lists, service, options.TimeProvider, options.Reconciliation);
    }

    /// <summary>Creates the lookup for many cards at once.</summary>
    /// <param name="apis">Creates what builds the requests.</param>
    /// <param name="settings">How calls are made.</param>
    /// <param name="attempts">Makes the calls.</param>
    /// <param name="service">The service's clock.</param>
    /// <param name="options">The options of the client.</param>
    public static CampaignLookup CreateForCampaigns(
        ApiFactory apis, CallSettingsSource settings, AttemptLoop attempts, ServiceClock service, LoyaltyClientOptions options) =>
        new(new CampaignTransactionPages(apis.Create<ITransactionsApi>, new TransactionPageReader(settings, attempts)), service, options);
}
