using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V1.Handlers;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Routes;

/// <summary>The routes of members, with and without their campaign.</summary>
internal sealed class MemberRoutes(SandboxV1Options options, ResourceLocator locator, V1Store store, ExportStarter exports)
{
    private const string Member = "/v1/loyalties/members/{memberId}";
    private const string CampaignMember = "/v1/loyalties/{campaignId}/members/{memberId}";

    private readonly ActivityHandler _activities = new(locator, store);
    private readonly BalanceHandler _balance = new(options, locator, store);
    private readonly MemberBenefitHandler _benefits = new(locator, store);
    private readonly PointsExportHandler _exports = new(locator, store, exports);
    private readonly MemberHandler _member = new(locator);
    private readonly PendingPointsHandler _pending = new(options, locator, store);
    private readonly RedemptionHandler _redemptions = new(options, locator, store);
    private readonly TransactionsHandler _transactions = new(locator, store);
    private readonly TransferHandler _transfers = new(options, locator, store);

    public IEnumerable<Route> Build() =>
    [
        .. BuildShared(Member),
        Route.ForLoyalties(Member + "/pending-points/{pendingPointsId}/activate").On("POST", _pending.Activate),
        Route.ForLoyalties(Member + "/pending-points/{pendingPointsId}/balance").On("POST", _pending.Adjust),
        Route.ForLoyalties(Member + "/pending-points/{pendingPointsId}/cancel").On("POST", _pending.Cancel),
        Route.ForLoyalties(Member + "/rewards").On("GET", _benefits.ListRewards),
        Route.ForLoyalties(Member + "/tiers").On("GET", _benefits.ListTiers),
        .. BuildShared(CampaignMember),
        Route.ForLoyalties(CampaignMember + "/transfers").On("POST", _transfers.Transfer),
        Route.ForLoyalties(CampaignMember + "/points-expiration").On("GET", _member.ListBuckets),
    ];

    // The routes that exist in both forms (documented).
    private IEnumerable<Route> BuildShared(string path) =>
    [
        Route.ForLoyalties(path).On("GET", _member.Get),
        Route.ForAdjustments(path + "/balance").On("POST", _balance.Adjust),
        Route.ForTransactions(path + "/transactions").On("GET", _transactions.ListOfMember),
        Route.ForLoyalties(path + "/transactions/export").On("POST", _exports.ExportOfMember),
        Route.ForLoyalties(path + "/redemption").On("POST", _redemptions.Redeem),
        Route.ForLoyalties(path + "/pending-points").On("GET", _pending.ListOfMember),
        Route.ForLoyalties(path + "/activity").On("GET", _activities.List),
    ];
}
