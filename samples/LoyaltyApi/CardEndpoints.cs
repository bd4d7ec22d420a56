using Microsoft.AspNetCore.Http.HttpResults;
using Voucherify.Loyalties;

namespace LoyaltyApi;

/// <summary>The endpoint that shows the balance of a card.</summary>
internal static class CardEndpoints
{
    public static void MapCards(this IEndpointRouteBuilder app) => app.MapGet("/cards/{card}", GetAsync);

    private static async Task<Results<Ok<CardBalance>, ProblemHttpResult>> GetAsync(
        string card,
        ILoyaltyClient client,
        CancellationToken cancellationToken)
    {
        try
        {
            var member = await client.V1.Members.GetMemberAsync(card, cancellationToken: cancellationToken);
            return TypedResults.Ok(new CardBalance(card, member.LoyaltyCard?.Balance));
        }
        catch (ArgumentException invalid)
        {
            return InvalidInput.Problem(invalid);
        }
    }
}
