namespace Voucherify.Loyalties.ClientOptions;

/// <summary>An application key that buys access tokens.</summary>
internal sealed class OAuthCredentials : LoyaltyCredentials
{
    public OAuthCredentials(ApiKeyCredentials key, IReadOnlyList<OAuthScope> scopes)
    {
        if (scopes.Any(static scope => string.IsNullOrWhiteSpace(scope.Value) || scope.Value.Contains(' ', StringComparison.Ordinal)))
        {
            throw new ArgumentException("A scope is empty or has a space in it: give each scope by itself.", nameof(scopes));
        }

        Key = key;
        Scopes = scopes;
    }

    internal ApiKeyCredentials Key { get; }

    public IReadOnlyList<OAuthScope> Scopes { get; }

    internal override bool IsSameAs(LoyaltyCredentials other) => other is OAuthCredentials oauth && oauth.Key.IsSameAs(Key) && oauth.Scopes.SequenceEqual(Scopes);

    public override string ToString() => $"OAuth (scopes: {string.Join(' ', Scopes)})";
}
