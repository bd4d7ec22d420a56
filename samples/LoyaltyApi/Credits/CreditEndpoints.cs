using Microsoft.AspNetCore.Http.HttpResults;

namespace LoyaltyApi.Credits;

/// <summary>The endpoint that credits the points of an order once, however often a caller repeats the request.</summary>
internal static class CreditEndpoints
{
    public static void MapOrderCredits(this IEndpointRouteBuilder app) => app.MapPost("/orders/{orderId}/points", CreditAsync);

    // The request's cancellation token is not passed on: a caller that disconnects must not leave a credit with an unknown outcome. A shop
    // takes the card from the order: an order is recognized on one card only.
    private static async Task<Results<Ok<CreditedOrder>, ProblemHttpResult>> CreditAsync(string orderId, Credit credit, OrderCredits orders)
    {
        if (credit.Points <= 0)
        {
            return TypedResults.Problem("An order must earn at least one point.", statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            return TypedResults.Ok(await orders.CreditAsync(orderId, credit));
        }
        catch (ArgumentException invalid)
        {
            return InvalidInput.Problem(invalid);
        }
    }
}
