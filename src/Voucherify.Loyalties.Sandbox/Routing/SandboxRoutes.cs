using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Handlers;

namespace Voucherify.Loyalties.Sandbox.Routing;

/// <summary>What the sandbox does, and what it knows to exist without doing it.</summary>
internal static class SandboxRoutes
{
    private const string Loyalties = "loyalties";

    // Routes of the vendor's documents that answer 501, with the scope they need.
    private static readonly (string Scope, string Methods, string Template)[] NotDone =
    [
        (Loyalties, "GET", "/v1/loyalties/members/{memberId}/activity"),
        (Loyalties, "POST", "/v1/loyalties/members/{memberId}/transactions/export"),
        (Loyalties, "GET", "/v1/loyalties/members/{memberId}/rewards"),
        (Loyalties, "GET", "/v1/loyalties/members/{memberId}/tiers"),
        (Loyalties, "GET POST", "/v1/loyalties"),
        (Loyalties, "GET PUT DELETE", "/v1/loyalties/{campaignId}"),
        (Loyalties, "GET POST", "/v1/loyalties/{campaignId}/members"),
        (Loyalties, "GET", "/v1/loyalties/{campaignId}/members/{memberId}/activity"),
        (Loyalties, "POST", "/v1/loyalties/{campaignId}/transactions/export"),
        (Loyalties, "POST", "/v1/loyalties/{campaignId}/members/{memberId}/transactions/export"),
        (Loyalties, "POST", "/v1/loyalties/{campaignId}/points-expiration/export"),
        (Loyalties, "GET POST", "/v1/loyalties/{campaignId}/earning-rules"),
        (Loyalties, "GET PUT DELETE", "/v1/loyalties/{campaignId}/earning-rules/{earningRuleId}"),
        (Loyalties, "POST", "/v1/loyalties/{campaignId}/earning-rules/{earningRuleId}/enable"),
        (Loyalties, "POST", "/v1/loyalties/{campaignId}/earning-rules/{earningRuleId}/disable"),
        (Loyalties, "GET", "/v1/loyalties/{campaignId}/reward-assignments"),
        (Loyalties, "GET", "/v1/loyalties/{campaignId}/reward-assignments/{assignmentId}"),
        (Loyalties, "GET", "/v1/loyalties/{campaignId}/reward-assignments/{assignmentId}/reward"),
        (Loyalties, "GET POST", "/v1/loyalties/{campaignId}/rewards"),
        (Loyalties, "GET PUT DELETE", "/v1/loyalties/{campaignId}/rewards/{assignmentId}"),
        (Loyalties, "GET POST", "/v1/loyalties/{campaignId}/tiers"),
        (Loyalties, "GET", "/v1/loyalties/{campaignId}/tiers/{loyaltyTierId}"),
        (Loyalties, "GET", "/v1/loyalties/{campaignId}/tiers/{loyaltyTierId}/earning-rules"),
        (Loyalties, "GET", "/v1/loyalties/{campaignId}/tiers/{loyaltyTierId}/rewards"),
        (Loyalties, "POST", "/v1/loyalties/{campaignId}/qualifications"),
        ("async-actions", "GET", "/v1/async-actions"),
        ("async-actions", "GET", "/v1/async-actions/{asyncActionId}"),
        ("exports", "GET POST", "/v1/exports"),
        ("exports", "GET DELETE", "/v1/exports/{exportId}"),
    ];

    public static RouteTable Build(SandboxHandlers handlers)
    {
        List<Route> routes =
        [
            Key("/v1/oauth/token").On("POST", handlers.OAuth.Generate),
            Key("/v1/oauth/introspect").On("POST", handlers.OAuth.Introspect),
            Key("/v1/oauth/token/revoke").On("POST", handlers.OAuth.Revoke),
        ];
        foreach (var path in new[] { "/v1/loyalties/members/{memberId}", "/v1/loyalties/{campaignId}/members/{memberId}" })
        {
            routes.Add(KeyOrToken(path + "/balance").On("POST", handlers.Balance.Adjust));
            routes.Add(KeyOrToken(path + "/transactions").On("GET", handlers.Transactions.ListOfMember));
            routes.Add(KeyOrToken(path).On("GET", handlers.Member.Get));
            routes.Add(KeyOrToken(path + "/redemption").On("POST", handlers.Redemption.Redeem));
            routes.Add(KeyOrToken(path + "/pending-points").On("GET", handlers.PendingPoints.ListOfMember));
        }

        // These exist in one form only (D).
        const string Entry = "/v1/loyalties/members/{memberId}/pending-points/{pendingPointsId}";
        routes.Add(KeyOrToken(Entry + "/activate").On("POST", handlers.PendingPoints.Activate));
        routes.Add(KeyOrToken(Entry + "/balance").On("POST", handlers.PendingPoints.Adjust));
        routes.Add(KeyOrToken(Entry + "/cancel").On("POST", handlers.PendingPoints.Cancel));
        routes.Add(KeyOrToken("/v1/loyalties/{campaignId}/members/{memberId}/transfers").On("POST", handlers.Transfer.Transfer));
        routes.Add(KeyOrToken("/v1/loyalties/{campaignId}/members/{memberId}/points-expiration").On("GET", handlers.Member.Buckets));
        routes.Add(KeyOrToken("/v1/loyalties/{campaignId}/transactions").On("GET", handlers.Transactions.ListOfCampaign));
        routes.Add(KeyOrToken("/v1/loyalties/{campaignId}/pending-points").On("GET", handlers.PendingPoints.ListOfCampaign));
        routes.AddRange(NotDone.Select(NotDoneRoute));
        return new RouteTable(routes);
    }

    private static Route NotDoneRoute((string Scope, string Methods, string Template) known)
    {
        var route = new Route(known.Template, Access.KeyOrToken, known.Scope);
        foreach (var method in known.Methods.Split(' '))
        {
            route.On(method, call => Errors.NotSupported(call, known.Template));
        }

        return route;
    }

    private static Route Key(string template) => new(template, Access.KeyOnly, scope: "api");

    private static Route KeyOrToken(string template) => new(template, Access.KeyOrToken, Loyalties);
}
