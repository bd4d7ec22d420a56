using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V1.Handlers;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Routes;

/// <summary>The routes of campaigns and their cards.</summary>
internal sealed class CampaignRoutes(
    SandboxV1Options options,
    ResourceLocator locator,
    V1Store store,
    JobRegistry jobs,
    ExportStarter exports)
{
    private const string Campaign = "/v1/loyalties/{campaignId}";

    private readonly CampaignHandler _campaigns = new(locator, store, jobs);
    private readonly PointsExportHandler _exports = new(locator, store, exports);
    private readonly MemberListHandler _members = new(locator, store);
    private readonly MembershipHandler _memberships = new(locator, store);
    private readonly PendingPointsHandler _pending = new(options, locator, store);
    private readonly TransactionsHandler _transactions = new(locator, store);

    public IEnumerable<Route> Build() =>
    [
        Route.ForLoyalties("/v1/loyalties").On("GET", _campaigns.List).On("POST", _campaigns.Create),
        Route.ForLoyalties(Campaign).On("GET", _campaigns.Get).On("PUT", _campaigns.Update).On("DELETE", _campaigns.Delete),
        Route.ForLoyalties(Campaign + "/members").On("GET", _members.List).On("POST", _memberships.Add),
        Route.ForTransactions(Campaign + "/transactions").On("GET", _transactions.ListOfCampaign),
        Route.ForLoyalties(Campaign + "/transactions/export").On("POST", _exports.ExportOfCampaign),
        Route.ForLoyalties(Campaign + "/points-expiration/export").On("POST", _exports.ExportOfBuckets),
        Route.ForLoyalties(Campaign + "/pending-points").On("GET", _pending.ListOfCampaign),
    ];
}
