namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>The OAuth scopes that open the v2 API.</summary>
public enum SandboxOAuthScopes
{
    /// <summary><c>loyalties</c> and <c>api</c>.</summary>
    LoyaltiesOrApi = 0,

    /// <summary><c>api</c>.</summary>
    ApiOnly = 1,

    /// <summary>None: only a key opens it.</summary>
    None = 2,
}
