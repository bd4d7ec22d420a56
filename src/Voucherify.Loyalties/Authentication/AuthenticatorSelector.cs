using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties.Authentication;

/// <summary>The authenticators of a client: one for its calls, and the key itself for the calls that request and inspect tokens.</summary>
internal sealed class AuthenticatorSelector : IDisposable
{
    private readonly Authenticator _calls;
    private readonly Authenticator? _key;
    private readonly AccessTokenCache? _cache;

    /// <summary>Creates the authenticators.</summary>
    /// <param name="credentials">The credentials of the client.</param>
    /// <param name="createTokens">Creates the cache that keeps the access token of OAuth credentials.</param>
    /// <param name="time">The clock of the backoff between renewals.</param>
    public AuthenticatorSelector(LoyaltyCredentials credentials, Func<OAuthCredentials, AccessTokenCache> createTokens, TimeProvider time)
    {
        switch (credentials)
        {
            case ApiKeyCredentials key:
                _calls = _key = new ApiKeyAuthenticator(key);
                break;
            case OAuthCredentials oauth:
                _key = new ApiKeyAuthenticator(oauth.Key);
                _cache = createTokens(oauth);
                _calls = new BearerAuthenticator(_cache.GetAsync, time) { Key = oauth.Key };
                break;
            case AccessTokenCredentials provided:
                _calls = new BearerAuthenticator((refused, cancellationToken) => AskAsync(provided, refused, cancellationToken), time);
                break;
            default:
                throw new NotSupportedException($"Credentials of type {credentials.GetType().Name} are not supported.");
        }
    }

    /// <summary>Returns the authenticator for an operation.</summary>
    /// <exception cref="InvalidOperationException">
    /// The operation needs an application key, and the client has only access tokens.
    /// </exception>
    public Authenticator For(Operation operation)
    {
        if (!operation.NeedsAppKey)
        {
            return _calls;
        }

        return _key ?? throw new InvalidOperationException(
            $"{operation.Name} needs an application key: use LoyaltyCredentials.ApiKey or LoyaltyCredentials.OAuth.");
    }

    public void Dispose() => _cache?.Dispose();

    /// <summary>
    /// Asks a provider of the user. It gets a token of its own: the source behind the token of an attempt is used again for other attempts,
    /// and would cancel the token of a provider that keeps it.
    /// </summary>
    private static async ValueTask<string> AskAsync(AccessTokenCredentials provided, string? refused, CancellationToken cancellationToken)
    {
        using var own = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        return await provided.Provider(new AccessTokenContext(ForceRenewal: refused is not null), own.Token).ConfigureAwait(false);
    }
}
