using Voucherify.Loyalties.Sandbox.Routing;

namespace Voucherify.Loyalties.Sandbox.Authentication;

/// <summary>The routes of OAuth, which both versions of the API share.</summary>
internal static class OAuthRoutes
{
    public static IEnumerable<Route> Build(TokenStore tokens, string clientId)
    {
        var oauth = new OAuthHandler(tokens, clientId);
        return
        [
            Route.ForKey("/v1/oauth/token").On("POST", oauth.Generate),
            Route.ForKey("/v1/oauth/introspect").On("POST", oauth.Introspect),
            Route.ForKey("/v1/oauth/token/revoke").On("POST", oauth.Revoke),
        ];
    }
}
