using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LoyaltyApi.Callers;

/// <summary>
/// Tokens for trying the API without an identity provider, only in the environment Development. Their key is random and lives as long as
/// the process.
/// </summary>
internal sealed class DevelopmentTokens
{
    private const string Issuer = "development";

    private readonly SymmetricSecurityKey _key = new(RandomNumberGenerator.GetBytes(32));

    /// <summary>A token of the shop's own services.</summary>
    public string Shop() => Create(new(ClaimTypes.Role, CallerRules.ShopOnly));

    /// <summary>A token of a customer.</summary>
    public string Customer(string card) => Create(new(CallerRules.CardClaim, card));

    public TokenValidationParameters Validation => new() { ValidIssuer = Issuer, ValidAudience = Issuer, IssuerSigningKey = _key };

    private string Create(Claim claim) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Issuer,
        Subject = new([claim]),
        SigningCredentials = new(_key, SecurityAlgorithms.HmacSha256),
    });
}
