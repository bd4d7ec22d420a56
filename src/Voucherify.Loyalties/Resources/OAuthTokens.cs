using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.Authentication;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resources;

/// <summary>Creates the caches of access tokens. Requesting a token is itself a call of the client.</summary>
/// <param name="context">Returns what the resource clients share. It exists once the client is complete, before its first call.</param>
/// <param name="clock">The clock of the tokens' lifetimes.</param>
/// <param name="log">The client's log.</param>
internal sealed class OAuthTokens(Func<ResourceContext> context, ClientClock clock, ILogger log)
{
    public AccessTokenCache CreateCache(OAuthCredentials credentials)
    {
        OAuthClient? client = null;
        var source = new OAuthTokenSource(
            credentials.Scopes,
            (request, cancellationToken) => (client ??= new OAuthClient(context())).CreateTokenAsync(request, null, cancellationToken));
        return new AccessTokenCache(source.FetchAsync, clock, log);
    }
}
