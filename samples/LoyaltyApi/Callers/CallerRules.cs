using System.Security.Claims;

namespace LoyaltyApi.Callers;

/// <summary>Who may do what. The shop's own services credit orders; a customer sees his own card and nothing else.</summary>
internal static class CallerRules
{
    /// <summary>The policy of endpoints that only the shop's own services call: their tokens have the role <c>shop</c>.</summary>
    public const string ShopOnly = "shop";

    /// <summary>The claim with the code of the caller's card. It comes from the identity provider, never from the request.</summary>
    public const string CardClaim = "card";

    /// <summary>Whether a caller may see a card: it is his own, or he is the shop.</summary>
    public static bool MaySee(this ClaimsPrincipal caller, string card) =>
        caller.IsInRole(ShopOnly) || caller.HasClaim(CardClaim, card);
}
