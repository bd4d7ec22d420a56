using LoyaltyApi.Callers;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace LoyaltyApi.Documentation;

/// <summary>The OpenAPI document of this API, and in the environment Development a page to try it on.</summary>
internal static class DocumentationSetup
{
    public static void AddDocumentation(this WebApplicationBuilder builder) => builder.Services.AddOpenApi(
        static options => options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info.Title = "LoyaltyApi";
            document.Info.Description = "Credits orders with loyalty points, each once.";
            document.AddComponent<IOpenApiSecurityScheme>(
                JwtBearerDefaults.AuthenticationScheme,
                new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" });
            document.Security = [new() { [new OpenApiSecuritySchemeReference(JwtBearerDefaults.AuthenticationScheme, document)] = [] }];
            return Task.CompletedTask;
        }));

    public static void MapDocumentation(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        if (app.Environment.IsDevelopment())
        {
            app.MapGet("/", static () => TypedResults.Redirect("/scalar")).ExcludeFromDescription().AllowAnonymous();
            app.MapScalarApiReference((options, _) => options
                .WithTitle("LoyaltyApi")
                .DisableDefaultFonts()
                .AddPreferredSecuritySchemes(JwtBearerDefaults.AuthenticationScheme)
                .AddHttpAuthentication(
                    JwtBearerDefaults.AuthenticationScheme,
                    bearer => bearer.Token = app.Services.GetService<DevelopmentTokens>()?.Shop()))
                .AllowAnonymous();
        }
    }
}
