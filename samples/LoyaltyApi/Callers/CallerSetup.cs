using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;

namespace LoyaltyApi.Callers;

/// <summary>Registers authentication by JWT, and requires a token for every endpoint that does not say otherwise.</summary>
internal static class CallerSetup
{
    private const string Section = "Authentication:Schemes:Bearer";

    /// <summary>
    /// Registers it. The section <c>Authentication:Schemes:Bearer</c> names the identity provider (<c>Authority</c>,
    /// <c>ValidAudiences</c>). Without it, the environment Development makes its own tokens, and any other environment does not start.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing says whose tokens are valid.</exception>
    public static void AddCallers(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication().AddJwtBearer(static bearer => bearer.MapInboundClaims = true);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(CallerRules.ShopOnly, static policy => policy.RequireRole(CallerRules.ShopOnly))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder(JwtBearerDefaults.AuthenticationScheme).RequireAuthenticatedUser().Build());
        if (builder.Configuration.GetSection(Section).Exists())
        {
            return;
        }

        if (!builder.Environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                $"Nothing says whose tokens are valid: set {Section}:Authority and {Section}:ValidAudiences to those of your identity "
                    + "provider.");
        }

        builder.AddDevelopmentTokens();
    }
}
