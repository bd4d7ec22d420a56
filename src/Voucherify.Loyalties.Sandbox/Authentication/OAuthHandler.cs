using System.Text;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Authentication;

/// <summary>Issues, introspects and revokes tokens. All three read forms (documented).</summary>
internal sealed class OAuthHandler(TokenStore tokens, string clientId)
{
    private const string FormType = "application/x-www-form-urlencoded";

    public SandboxResponse Generate(SandboxCall call)
    {
        if (!TryReadForm(call, out var form))
        {
            return Errors.UnsupportedMediaType();
        }

        var grantType = form.Find("grant_type");
        if (!string.Equals(grantType, "client_credentials", StringComparison.Ordinal))
        {
            return Errors.OAuth("invalid_grant_type", $"Invalid grant type: {grantType}");
        }

        var scope = form.Find("scope");
        return OAuthScopes.TryParse(scope, out var scopes)
            ? Describe(tokens.Issue(scopes, call.Now), call.Now, active: null)
            : Errors.OAuth("invalid_scope", $"Invalid scope: {scope}");
    }

    public SandboxResponse Introspect(SandboxCall call)
    {
        if (!TryReadForm(call, out var form))
        {
            return Errors.UnsupportedMediaType();
        }

        if (form.Find("access_token") is not { Length: > 0 } value)
        {
            return MissingToken();
        }

        // For an unknown token, `active` is the whole response (documented). An expired token counts as unknown (assumed).
        return tokens.TryFind(value, call.Now, out var token)
            ? Describe(token, call.Now, active: true)
            : JsonResponse.Object(static writer => writer.WriteBoolean("active", false));
    }

    public SandboxResponse Revoke(SandboxCall call)
    {
        if (!TryReadForm(call, out var form))
        {
            return Errors.UnsupportedMediaType();
        }

        if (form.Find("access_token") is not { Length: > 0 } value)
        {
            return MissingToken();
        }

        // Both responses are empty (documented).
        return SandboxResponse.Empty(tokens.Revoke(value, call.Now) ? 204 : 404);
    }

    private static bool TryReadForm(SandboxCall call, out UrlEncodedValues form)
    {
        form = UrlEncodedValues.Parse(Encoding.UTF8.GetString(call.Request.Body.Span));
        return MediaType.IsOrEmpty(call.Request, FormType);
    }

    // The key is documented for introspection. The message, and that revocation does the same, are assumed.
    private static SandboxResponse MissingToken() => Errors.OAuth("missing_parameters", "Missing parameters: access_token");

    private SandboxResponse Describe(AccessToken token, DateTimeOffset now, bool? active) => JsonResponse.Object(writer =>
    {
        writer.WriteString("access_token", token.Value);
        writer.WriteString("client_id", clientId);
        writer.WriteNumber("expires_at", token.ExpiresAt.ToUnixTimeSeconds());
        writer.WriteNumber("expires_in", (long)(token.ExpiresAt - now).TotalSeconds);
        writer.WriteString("scope", string.Join(' ', token.Scopes));
        writer.WriteString("token_type", "Bearer");
        if (active is { } known)
        {
            writer.WriteBoolean("active", known);
        }
    });
}
