namespace Voucherify.Loyalties.ClientOptions;

/// <summary>An application key that requests access tokens.</summary>
internal sealed class OAuthCredentials : LoyaltyCredentials
{
    public OAuthCredentials(ApiKeyCredentials key, IReadOnlyList<OAuthScope> scopes)
    {
        if (scopes.Any(static scope => string.IsNullOrWhiteSpace(scope.Value) || scope.Value.Contains(' ', StringComparison.Ordinal)))
        {
            throw new ArgumentException("A scope is empty or contains a space: pass each scope separately.", nameof(scopes));
        }

        Key = key;
        Scopes = scopes;
    }

    internal ApiKeyCredentials Key { get; }

    public IReadOnlyList<OAuthScope> Scopes { get; }

    internal override bool IsSameAs(LoyaltyCredentials other) =>
        other is OAuthCredentials oauth && oauth.Key.IsSameAs(Key) && oauth.Scopes.SequenceEqual(Scopes);

    public override string ToString() => $"OAuth (scopes: {string.Join(' ', Scopes)})";
}
