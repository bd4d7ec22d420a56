namespace Voucherify.Loyalties.Authentication;

/// <summary>An application key that buys access tokens.</summary>
internal sealed class OAuthCredentials(ApiKeyCredentials key, IReadOnlyList<OAuthScope> scopes) : LoyaltyCredentials
{
    public ApiKeyCredentials Key { get; } = key;

    public string Scope { get; } = string.Join(' ', scopes);

    public override string ToString() => $"OAuth (scope: {Scope})";
}
