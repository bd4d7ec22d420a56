namespace Voucherify.Loyalties.Sandbox.Authentication;

/// <summary>An OAuth token that was issued.</summary>
internal sealed record AccessToken(string Value, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt)
{
    /// <summary>
    /// Whether one of its scopes opens a route. The scope <c>api</c> opens every route (documented). No scope opens a route without one.
    /// </summary>
    public bool Opens(string scope) => scope.Length > 0
        && (Scopes.Contains("api", StringComparer.Ordinal) || Scopes.Contains(scope, StringComparer.Ordinal));
}
