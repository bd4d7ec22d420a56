using System.Diagnostics;
using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties;

/// <summary>
/// What proves to Voucherify who calls. Its secrets show in no text: neither in <see cref="object.ToString"/>, nor in the debugger, errors or logs.
/// Source: the vendor's authentication guide and the security schemes of the OpenAPI document.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class LoyaltyCredentials
{
    private protected LoyaltyCredentials()
    {
    }

    /// <summary>An application key, sent as the headers <c>X-App-Id</c> and <c>X-App-Token</c> with each request.</summary>
    /// <param name="appId">The key's id.</param>
    /// <param name="appToken">The key's secret.</param>
    /// <exception cref="ArgumentException">One of them is null, empty, white space, or no valid header value.</exception>
    public static LoyaltyCredentials ApiKey(string appId, string appToken) => new ApiKeyCredentials(appId, appToken);

    /// <summary>
    /// OAuth: the key buys short-lived access tokens (900 seconds) at <c>/v1/oauth/token</c>, and requests carry only the token.
    /// A token is fetched with the first call, kept, renewed before it ends, and renewed once when the service refuses it.
    /// However many calls wait, one token request is under way. Without a token nothing is sent.
    /// </summary>
    /// <param name="appId">The id of the key that buys the tokens.</param>
    /// <param name="appToken">The secret of that key.</param>
    /// <param name="scopes">What the tokens may do. Default: <see cref="OAuthScope.Loyalties"/>.</param>
    /// <exception cref="ArgumentException">The id or the secret is null, empty, white space, or no valid header value; or a scope is empty or has a space in it.</exception>
    public static LoyaltyCredentials OAuth(string appId, string appToken, params OAuthScope[] scopes) =>
        new OAuthCredentials(new ApiKeyCredentials(appId, appToken), scopes is { Length: > 0 } ? scopes : [OAuthScope.Loyalties]);

    /// <summary>Access tokens from elsewhere, such as one service that buys them for several.</summary>
    /// <param name="provider">
    /// Gives the token to send. It is asked for each attempt, so it should keep the token;
    /// with <see cref="AccessTokenContext.ForceRenewal"/> the service has just refused the one it gave.
    /// </param>
    /// <exception cref="ArgumentNullException">There is no provider.</exception>
    public static LoyaltyCredentials AccessToken(Func<AccessTokenContext, CancellationToken, ValueTask<string>> provider) =>
        new AccessTokenCredentials(provider);

    /// <summary>Whether other credentials prove the same in the same way, so that nothing is won by taking them.</summary>
    internal virtual bool IsSameAs(LoyaltyCredentials other) => ReferenceEquals(this, other);

    /// <summary>Says which kind it is, and nothing secret.</summary>
    public abstract override string ToString();
}
