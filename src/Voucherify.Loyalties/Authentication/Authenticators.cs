using Voucherify.Loyalties.Internal;

namespace Voucherify.Loyalties.Authentication;

/// <summary>The authenticators of a client: one for its calls, and the key itself for the calls that buy and inspect tokens.</summary>
internal sealed class Authenticators : IDisposable
{
    private readonly Authenticator _calls;
    private readonly Authenticator? _key;
    private readonly AccessTokenCache? _cache;

    public Authenticators(LoyaltyCredentials credentials, LoyaltyTransport transport, Waiting waiting)
    {
        switch (credentials)
        {
            case ApiKeyCredentials key:
                _calls = _key = new ApiKeyAuthenticator(key);
                break;
            case OAuthCredentials oauth:
                var source = new OAuthTokenSource(oauth.Scopes, transport);
                _key = new ApiKeyAuthenticator(oauth.Key);
                _cache = new AccessTokenCache(source.FetchAsync, waiting, transport.Telemetry.Log);
                _calls = new BearerAuthenticator(_cache.GetAsync);
                break;
            case AccessTokenCredentials provided:
                _calls = new BearerAuthenticator((refused, cancellationToken) =>
                    provided.Provider(new AccessTokenContext(ForceRenewal: refused is not null), cancellationToken));
                break;
            default:
                throw new NotSupportedException($"Credentials of type {credentials.GetType().Name} are not known.");
        }
    }

    /// <summary>The authenticator for an operation.</summary>
    /// <exception cref="InvalidOperationException">The operation needs an application key, and the client has only access tokens.</exception>
    public Authenticator For(LoyaltyOperation operation) => operation.NeedsAppKey
        ? _key ?? throw new InvalidOperationException($"{operation.Name} needs an application key: use LoyaltyCredentials.ApiKey or LoyaltyCredentials.OAuth.")
        : _calls;

    public void Dispose() => _cache?.Dispose();
}
