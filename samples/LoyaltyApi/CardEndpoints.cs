using System.Security.Claims;
using LoyaltyApi.Callers;
using Microsoft.AspNetCore.Http.HttpResults;
using Voucherify.Loyalties;

namespace LoyaltyApi;

/// <summary>The endpoint that shows the balance of a card.</summary>
internal static class CardEndpoints
{
    public static void MapCards(this IEndpointRouteBuilder app) => app.MapGet("/cards/{card}", GetAsync)
        .WithTags("Cards")
        .WithSummary("Shows the balance of a card")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Ok<CardBalance>, ForbidHttpResult, ProblemHttpResult>> GetAsync(
        string card,
        ClaimsPrincipal caller,
        ILoyaltyClient client,
        CancellationToken cancellationToken)
    {
        // The response must not reveal whether the card of another customer exists.
        if (!caller.MaySee(card))
        {
            return TypedResults.Forbid();
        }

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
