using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace LoyaltyApi.Callers;

/// <summary>Accepts the tokens of <see cref="DevelopmentTokens"/>, and hands them out.</summary>
internal static class DevelopmentTokenSetup
{
    public static void AddDevelopmentTokens(this WebApplicationBuilder builder)
    {
        var tokens = new DevelopmentTokens();
        builder.Services.AddSingleton(tokens);
        builder.Services.PostConfigure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme, bearer => bearer.TokenValidationParameters = tokens.Validation);
    }

    /// <summary>Maps <c>GET /development/tokens</c>, if the program makes its own tokens.</summary>
    public static void MapDevelopmentTokens(this WebApplication app)
    {
        if (app.Services.GetService<DevelopmentTokens>() is { } tokens)
        {
            app.MapGet("/development/tokens", () => new { shop = tokens.Shop(), anna = tokens.Customer("ANNA") })
                .ExcludeFromDescription()
                .AllowAnonymous();
        }
    }
}
