using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LoyaltyApi.Tests;

/// <summary>An identity provider: its settings for the program, and tokens of the callers.</summary>
internal static class TestTokens
{
    private const string Issuer = "https://identity.example";
    private const string Audience = "loyalty-api";

    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(static i => (byte)i)];

    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Authentication:Schemes:Bearer:ValidIssuer"] = Issuer,
        ["Authentication:Schemes:Bearer:ValidAudiences:0"] = Audience,
        ["Authentication:Schemes:Bearer:SigningKeys:0:Issuer"] = Issuer,
        ["Authentication:Schemes:Bearer:SigningKeys:0:Value"] = Convert.ToBase64String(Key),
    };

    public static AuthenticationHeaderValue Shop => Header("role", "shop");

    public static AuthenticationHeaderValue Customer(string card) => Header("card", card);

    /// <summary>A token that another key has signed.</summary>
    public static AuthenticationHeaderValue Forged => Header("role", "shop", key: new byte[32]);

    public static IWebHostBuilder UseSettings(this IWebHostBuilder host, IReadOnlyDictionary<string, string> settings) =>
        settings.Aggregate(host, static (builder, setting) => builder.UseSetting(setting.Key, setting.Value));

    private static AuthenticationHeaderValue Header(string claim, string value, byte[]? key = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            Subject = new([new Claim(claim, value)]),
            SigningCredentials = new(new SymmetricSecurityKey(key ?? Key), SecurityAlgorithms.HmacSha256),
        };
        return new("Bearer", new JsonWebTokenHandler().CreateToken(token));
    }
}
