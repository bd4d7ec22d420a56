using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>The routes of the v2 API, with the handlers that serve them.</summary>
internal sealed class V2Routes(SandboxV2Options options, V2Store store, JobRegistry jobs)
{
    private const string Program = "/v2/loyalties/programs/{programId}";
    private const string Member = Program + "/members/{memberId}";
    private const string Card = Member + "/cards/{cardId}";

    private readonly string _scope = options.OAuthScopes switch
    {
        SandboxOAuthScopes.ApiOnly => "api",
        SandboxOAuthScopes.None => string.Empty,
        _ => "loyalties",
    };

    public IEnumerable<Route> Build()
    {
        var locator = new V2Locator(store);
        return [.. BuildMembers(locator), .. BuildCards(locator)];
    }

    private IEnumerable<Route> BuildMembers(V2Locator locator)
    {
        var members = new MemberHandler(options, locator, store);
        var batch = new MemberBatchHandler(options, locator, store, jobs);
        var memberships = new MembershipHandler(options, locator, store);
        return
        [
            For(Program + "/members").On("GET", members.List).On("POST", members.Create),
            For(Program + "/members/batch").On("POST", batch.Create),
            For(Member).On("GET", members.Get).On("PUT", members.Update).On("DELETE", members.Delete),
            For(Member + "/activate").On("POST", members.Activate),
            For(Member + "/deactivate").On("POST", members.Deactivate),
            For(Program + "/memberships/{customerId}").On("GET", memberships.Get),
            For("/v2/loyalties/memberships/{customerId}").On("GET", memberships.List),
        ];
    }

    private IEnumerable<Route> BuildCards(V2Locator locator)
    {
        var points = new PointsHandler(options, locator, store);
        var lists = new CardListHandler(options, locator, store);
        return
        [
            For(Card + "/points", RequestKind.CardAdjustment).On("POST", points.Adjust),
            For(Card + "/transactions", RequestKind.CardTransactionList).On("GET", lists.ListTransactions),
            For(Card + "/expiring-points").On("GET", lists.ListExpiringPoints),
            For(Card + "/pending-points").On("GET", lists.ListPendingPoints),
        ];
    }

    private Route For(string path, RequestKind kind = RequestKind.Other) => Route.ForScope(_scope, path, kind);
}
