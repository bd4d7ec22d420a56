using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.Authentication;

/// <summary>The tokens that are valid now. Expired and revoked tokens are removed.</summary>
internal sealed class TokenStore(TimeSpan lifetime, IdGenerator ids)
{
    private readonly Dictionary<string, AccessToken> _tokens = new(StringComparer.Ordinal);

    public AccessToken Issue(IReadOnlyList<string> scopes, DateTimeOffset now)
    {
        foreach (var expired in _tokens.Values.Where(token => token.ExpiresAt <= now).ToList())
        {
            _tokens.Remove(expired.Value);
        }

        var token = new AccessToken(ids.NextAccessToken(), scopes, now + lifetime);
        _tokens.Add(token.Value, token);
        return token;
    }

    public bool TryFind(string value, DateTimeOffset now, [NotNullWhen(true)] out AccessToken? token) =>
        _tokens.TryGetValue(value, out token) && token.ExpiresAt > now;

    public bool Revoke(string value, DateTimeOffset now) => TryFind(value, now, out _) && _tokens.Remove(value);
}
