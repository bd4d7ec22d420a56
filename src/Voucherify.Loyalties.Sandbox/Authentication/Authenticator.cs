using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Routing;

namespace Voucherify.Loyalties.Sandbox.Authentication;

/// <summary>Checks the credentials of requests.</summary>
internal sealed class Authenticator(string appId, string appToken, TokenStore tokens)
{
    private const string BearerPrefix = "Bearer ";

    /// <summary>Returns the refusal, or null. Without a route, only the credentials themselves are checked.</summary>
    public SandboxResponse? Refuse(SandboxCall call, Route? route)
    {
        // If there is a key pair, only the key pair counts, even beside a token (assumed).
        if (call.Request.Header("X-App-Id") is not null || call.Request.Header("X-App-Token") is not null)
        {
            return HasKeyPair(call.Request) ? null : Errors.Unauthorized();
        }

        if (FindToken(call) is not { } token || route?.Access == RouteAccess.KeyOnly)
        {
            return Errors.Unauthorized();
        }

        return route is null || token.Opens(route.Scope) ? null : Errors.MissingPermission();
    }

    private bool HasKeyPair(SandboxRequest request) =>
        string.Equals(request.Header("X-App-Id"), appId, StringComparison.Ordinal)
        && string.Equals(request.Header("X-App-Token"), appToken, StringComparison.Ordinal);

    private AccessToken? FindToken(SandboxCall call) =>
        call.Request.Header("Authorization") is { } value
        && value.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)
        && tokens.TryFind(value[BearerPrefix.Length..].Trim(), call.Now, out var token)
            ? token
            : null;
}
