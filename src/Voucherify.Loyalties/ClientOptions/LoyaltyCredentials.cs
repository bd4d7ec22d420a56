using System.Diagnostics;
using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties;

/// <summary>
/// The credentials with which a client calls Voucherify. Secrets never show in <see cref="object.ToString"/>, the debugger, errors or logs.
/// Source: the vendor's authentication guide and the security schemes of the OpenAPI document.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class LoyaltyCredentials
{
    private protected LoyaltyCredentials()
    {
    }

    /// <summary>An application key, sent as the headers <c>X-App-Id</c> and <c>X-App-Token</c> with every request.</summary>
    /// <param name="appId">The key's id.</param>
    /// <param name="appToken">The key's secret.</param>
    /// <exception cref="ArgumentException">The id or the secret is null, empty, white space, or not a valid header value.</exception>
    public static LoyaltyCredentials ApiKey(string appId, string appToken) => new ApiKeyCredentials(appId, appToken);

    /// <summary>
    /// OAuth: the key requests short-lived access tokens (900 seconds) from <c>/v1/oauth/token</c>, and other requests carry only the
    /// token. A token is requested with the first call, cached, renewed before it expires, and renewed once if the service refuses it.
    /// However many calls wait, only one token request runs. Without a token nothing is sent.
    /// </summary>
    /// <param name="appId">The id of the key that requests the tokens.</param>
    /// <param name="appToken">The secret of that key.</param>
    /// <param name="scopes">The scopes of the tokens. Default: <see cref="OAuthScope.Loyalties"/>.</param>
    /// <exception cref="ArgumentException">
    /// The id or the secret is null, empty, white space, or not a valid header value; or a scope is empty or contains a space.
    /// </exception>
    public static LoyaltyCredentials OAuth(string appId, string appToken, params OAuthScope[] scopes) =>
        new OAuthCredentials(new ApiKeyCredentials(appId, appToken), scopes is { Length: > 0 } ? scopes : [OAuthScope.Loyalties]);

    /// <summary>Access tokens from elsewhere, such as a service that requests them for several others.</summary>
    /// <param name="provider">
    /// Returns the token to send. It is called for each attempt, so it should cache the token. If
    /// <see cref="AccessTokenContext.ForceRenewal"/> is true, the service has just refused the previous token.
    /// </param>
    /// <exception cref="ArgumentNullException">The provider is null.</exception>
    public static LoyaltyCredentials AccessToken(Func<AccessTokenContext, CancellationToken, ValueTask<string>> provider) =>
        new AccessTokenCredentials(provider);

    /// <summary>Whether other credentials are equivalent, so that replacing these with them would change nothing.</summary>
    internal virtual bool IsSameAs(LoyaltyCredentials other) => ReferenceEquals(this, other);

    /// <summary>Returns the kind of credentials, without any secret.</summary>
    public abstract override string ToString();
}
