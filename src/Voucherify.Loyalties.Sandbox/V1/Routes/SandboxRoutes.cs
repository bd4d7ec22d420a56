using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V1.Handlers;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Routes;

/// <summary>What the sandbox does, and what it knows to exist without doing it.</summary>
internal static class SandboxRoutes
{
    private const string Loyalties = "loyalties";
    private const string Campaign = "/v1/loyalties/{campaignId}";

    // Routes of the vendor's documents that answer 501, with the scope they need. One that shares its template with a route
    // that is done stands with that one below.
    private static readonly (string Scope, string Methods, string Template)[] NotDone =
    [
        ("exports", "GET POST", "/v1/exports"),
    ];

    /// <summary>All routes: those that begin with a fixed word stand before those with an id.</summary>
    public static RouteTable Build(SandboxHandlers handlers) => new(
    [
        Key("/v1/oauth/token").On("POST", handlers.OAuth.Generate),
        Key("/v1/oauth/introspect").On("POST", handlers.OAuth.Introspect),
        Key("/v1/oauth/token/revoke").On("POST", handlers.OAuth.Revoke),
        .. Member("/v1/loyalties/members/{memberId}", handlers),
        .. MemberWithoutCampaign("/v1/loyalties/members/{memberId}", handlers),
        KeyOrToken("/v1/loyalties").On("GET", handlers.Campaigns.List).On("POST", handlers.Campaigns.Create),
        KeyOrToken(Campaign).On("GET", handlers.Campaigns.Get).On("PUT", handlers.Campaigns.Update).On("DELETE", handlers.Campaigns.Delete),
        KeyOrToken(Campaign + "/members").On("GET", handlers.Memberships.List).On("POST", handlers.Memberships.Add),
        .. Member(Campaign + "/members/{memberId}", handlers),
        KeyOrToken(Campaign + "/members/{memberId}/transfers").On("POST", handlers.Transfer.Transfer),
        KeyOrToken(Campaign + "/members/{memberId}/points-expiration").On("GET", handlers.Member.Buckets),
        KeyOrToken(Campaign + "/transactions").On("GET", handlers.Transactions.ListOfCampaign),
        KeyOrToken(Campaign + "/transactions/export").On("POST", handlers.Exports.CreateOfCampaign),
        KeyOrToken(Campaign + "/points-expiration/export").On("POST", handlers.Exports.CreateOfBuckets),
        KeyOrToken(Campaign + "/pending-points").On("GET", handlers.PendingPoints.ListOfCampaign),
        KeyOrToken(Campaign + "/qualifications").On("POST", handlers.Estimate.Estimate),
        .. Rewards(Campaign, handlers.Rewards),
        .. EarningRules(Campaign + "/earning-rules", handlers.EarningRules),
        .. Tiers(Campaign + "/tiers", handlers.Tiers),
        With("async-actions", "/v1/async-actions").On("GET", handlers.AsyncActions.List),
        With("async-actions", "/v1/async-actions/{asyncActionId}").On("GET", handlers.AsyncActions.Get),
        Export(handlers.Exports),
        .. NotDone.Select(NotDoneRoute),
    ]);

    // Both with and without a campaign.
    private static IEnumerable<Route> Member(string path, SandboxHandlers handlers) =>
    [
        KeyOrToken(path).On("GET", handlers.Member.Get),
        KeyOrToken(path + "/balance").On("POST", handlers.Balance.Adjust),
        KeyOrToken(path + "/transactions").On("GET", handlers.Transactions.ListOfMember),
        KeyOrToken(path + "/transactions/export").On("POST", handlers.Exports.CreateOfMember),
        KeyOrToken(path + "/redemption").On("POST", handlers.Redemption.Redeem),
        KeyOrToken(path + "/pending-points").On("GET", handlers.PendingPoints.ListOfMember),
        KeyOrToken(path + "/activity").On("GET", handlers.Activity.List),
    ];

    // These exist in one form only (D).
    private static IEnumerable<Route> MemberWithoutCampaign(string path, SandboxHandlers handlers) =>
    [
        KeyOrToken(path + "/pending-points/{pendingPointsId}/activate").On("POST", handlers.PendingPoints.Activate),
        KeyOrToken(path + "/pending-points/{pendingPointsId}/balance").On("POST", handlers.PendingPoints.Adjust),
        KeyOrToken(path + "/pending-points/{pendingPointsId}/cancel").On("POST", handlers.PendingPoints.Cancel),
        KeyOrToken(path + "/rewards").On("GET", handlers.Rewards.ListOfMember),
        KeyOrToken(path + "/tiers").On("GET", handlers.Tiers.ListOfMember),
    ];

    private static IEnumerable<Route> Rewards(string path, RewardHandler rewards) =>
    [
        KeyOrToken(path + "/reward-assignments").On("GET", rewards.List),
        KeyOrToken(path + "/reward-assignments/{assignmentId}").On("GET", rewards.Get),
        KeyOrToken(path + "/reward-assignments/{assignmentId}/reward").On("GET", rewards.GetReward),
        KeyOrToken(path + "/rewards").On("GET", rewards.List).On("POST", rewards.Create),
        KeyOrToken(path + "/rewards/{assignmentId}").On("GET", rewards.Get).On("PUT", rewards.Update).On("DELETE", rewards.Delete),
    ];

    private static IEnumerable<Route> EarningRules(string path, EarningRuleHandler rules) =>
    [
        KeyOrToken(path).On("GET", rules.List).On("POST", rules.Create),
        KeyOrToken(path + "/{earningRuleId}").On("GET", rules.Get).On("PUT", rules.Update).On("DELETE", rules.Delete),
        KeyOrToken(path + "/{earningRuleId}/enable").On("POST", rules.Enable),
        KeyOrToken(path + "/{earningRuleId}/disable").On("POST", rules.Disable),
    ];

    private static IEnumerable<Route> Tiers(string path, TierHandler tiers) =>
    [
        KeyOrToken(path).On("GET", tiers.List).On("POST", tiers.Create),
        KeyOrToken(path + "/{loyaltyTierId}").On("GET", tiers.Get),
        KeyOrToken(path + "/{loyaltyTierId}/earning-rules").On("GET", tiers.EarningRules),
        KeyOrToken(path + "/{loyaltyTierId}/rewards").On("GET", tiers.Rewards),
    ];

    private static Route Export(ExportHandler exports)
    {
        const string Template = "/v1/exports/{exportId}";
        return With("exports", Template).On("GET", exports.Get).On("DELETE", call => Errors.NotSupported(call, Template));
    }

    private static Route NotDoneRoute((string Scope, string Methods, string Template) known)
    {
        var route = With(known.Scope, known.Template);
        foreach (var method in known.Methods.Split(' '))
        {
            route.On(method, call => Errors.NotSupported(call, known.Template));
        }

        return route;
    }

    private static Route Key(string template) => new(template, RouteAccess.KeyOnly, scope: "api");

    private static Route KeyOrToken(string template) => With(Loyalties, template);

    private static Route With(string scope, string template) => new(template, RouteAccess.KeyOrToken, scope);
}
