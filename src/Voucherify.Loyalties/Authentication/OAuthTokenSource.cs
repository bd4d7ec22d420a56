namespace Voucherify.Loyalties.Authentication;

/// <summary>Requests access tokens with the application key.</summary>
/// <param name="scopes">The scopes of the tokens.</param>
/// <param name="sendAsync">Sends the request to <c>/v1/oauth/token</c>.</param>
internal sealed class OAuthTokenSource(
    IReadOnlyList<OAuthScope> scopes,
    Func<CreateTokenRequest, CancellationToken, Task<OAuthToken>> sendAsync)
{
    /// <summary>The documented lifetime of a token, for a response that does not state it.</summary>
    private static readonly TimeSpan DocumentedLifetime = TimeSpan.FromSeconds(900);

    public async Task<IssuedToken> FetchAsync(CancellationToken cancellationToken)
    {
        var token = await sendAsync(new CreateTokenRequest { Scope = scopes }, cancellationToken).ConfigureAwait(false);
        return new IssuedToken(
            token.AccessToken ?? throw new LoyaltyException("The token endpoint responded without an access token: nothing was sent."),
            token.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 1, 86_400)) : DocumentedLifetime);
    }
}
