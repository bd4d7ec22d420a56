using Microsoft.AspNetCore.Http.HttpResults;

namespace LoyaltyApi.Credits;

/// <summary>Credits points for an order. It may be repeated at will: the points are credited once.</summary>
internal static class CreditEndpoints
{
    public static void MapOrderCredits(this IEndpointRouteBuilder app) => app.MapPost("/orders/{orderId}/points", CreditAsync);

    // The request's own token is left out on purpose: who hangs up must not leave a credit behind of which nobody knows whether it was made.
    private static async Task<Results<Ok<CreditedOrder>, ProblemHttpResult>> CreditAsync(string orderId, Credit credit, OrderCredits orders)
    {
        if (credit.Points <= 0)
        {
            return TypedResults.Problem("An order earns at least one point.", statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            return TypedResults.Ok(await orders.CreditAsync(orderId, credit));
        }
        catch (ArgumentException invalid)
        {
            return TypedResults.Problem(invalid.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
