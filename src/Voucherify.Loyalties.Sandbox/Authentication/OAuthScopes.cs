namespace Voucherify.Loyalties.Sandbox.Authentication;

/// <summary>The scopes that a token can have (documented).</summary>
internal static class OAuthScopes
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "api", "assets", "async-actions", "campaigns", "categories", "client_api", "client_consents", "client_customers",
        "client_events", "client_promotions", "client_publish", "client_qualifications", "client_redeem",
        "client_redemptions", "client_validate", "client_validations", "client_vouchers", "consents", "customers",
        "events", "exports", "locations", "loyalties", "metadata-schemas", "orders", "product-collections", "products",
        "promotions", "publications", "qualifications", "redemptions", "referrals", "rewards", "segments", "skus",
        "task-results", "templates", "trash-bin", "validation-rules-assignments", "validation-rules", "validations",
        "vouchers",
    };

    /// <summary>Splits a scope parameter at spaces. With a comma it names a scope that does not exist (documented).</summary>
    public static bool TryParse(string? value, out IReadOnlyList<string> scopes)
    {
        scopes = [.. (value ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        return scopes.Count > 0 && scopes.All(Known.Contains);
    }
}
