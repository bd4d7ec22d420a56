namespace Voucherify.Loyalties.Sandbox.Authentication;

/// <summary>A token that was handed out.</summary>
internal sealed record AccessToken(string Value, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt)
{
    /// <summary>Whether one of the scopes opens a route; <c>api</c> opens every one (D).</summary>
    public bool Opens(string scope) => Scopes.Contains("api", StringComparer.Ordinal) || Scopes.Contains(scope, StringComparer.Ordinal);
}
