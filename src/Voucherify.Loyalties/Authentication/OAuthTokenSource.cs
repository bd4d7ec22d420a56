using Voucherify.Loyalties.Generated.Platform.Clients;
using Voucherify.Loyalties.Internal;

namespace Voucherify.Loyalties.Authentication;

/// <summary>Buys access tokens at <c>/v1/oauth/token</c> with the application key.</summary>
internal sealed class OAuthTokenSource(IReadOnlyList<OAuthScope> scopes, LoyaltyTransport transport)
{
    /// <summary>The documented life of a token, for an answer that does not name it.</summary>
    private static readonly TimeSpan DocumentedLifetime = TimeSpan.FromSeconds(900);

    private readonly OAuthClient _client = new(transport);

    public async Task<IssuedToken> FetchAsync(CancellationToken cancellationToken)
    {
        var request = new CreateTokenRequest { Scope = scopes };
        var token = await _client.CreateTokenAsync(request, null, cancellationToken).ConfigureAwait(false);
        return new IssuedToken(
            token.AccessToken ?? throw new LoyaltyException("The token endpoint answered without an access token: nothing was sent."),
            token.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 1, 86_400)) : DocumentedLifetime);
    }
}
