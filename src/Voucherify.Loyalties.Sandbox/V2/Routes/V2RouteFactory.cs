using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Routing;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>Creates the routes of the v2 API, which the scopes of the options open.</summary>
internal sealed class V2RouteFactory(SandboxV2Options options)
{
    public const string Program = "/v2/loyalties/programs/{programId}";
    public const string Member = Program + "/members/{memberId}";

    private readonly string _scope = options.OAuthScopes switch
    {
        SandboxOAuthScopes.ApiOnly => "api",
        SandboxOAuthScopes.None => string.Empty,
        _ => "loyalties",
    };

    public Route For(string path, RequestKind kind = RequestKind.Other) => Route.ForScope(_scope, path, kind);

    /// <summary>Creates the route of a list of what happened to a member or a card.</summary>
    public Route ForHistory(string path) => For(path, RequestKind.HistoryList);
}
