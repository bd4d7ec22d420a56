using LoyaltyApi.Callers;
using Microsoft.AspNetCore.Http.HttpResults;
using Voucherify.Loyalties.Queue;

namespace LoyaltyApi.Credits;

/// <summary>The endpoint that credits the points of an order once, however often a caller repeats the request.</summary>
internal static class CreditEndpoints
{
    public static void MapOrderCredits(this IEndpointRouteBuilder app) => app.MapPost("/orders/{orderId}/points", CreditAsync)
        .WithTags("Orders")
        .WithSummary("Credits the points of an order, once")
        .RequireAuthorization(CallerRules.ShopOnly)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status502BadGateway)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    // A shop takes the card from the order: an order is recognized on one card only.
    private static async Task<Results<Ok<CreditedOrder>, Accepted<CreditedOrder>, ProblemHttpResult>> CreditAsync(
        string orderId, Credit credit, OrderCredits orders)
    {
        if (credit.Points <= 0)
        {
            return TypedResults.Problem("An order must earn at least one point.", statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            return Respond(orderId, credit, await orders.CreditAsync(orderId, credit));
        }
        catch (ArgumentException invalid)
        {
            return InvalidInput.Problem(invalid);
        }
        catch (OrderConflictException)
        {
            return TypedResults.Problem(
                "This order was already credited to another card, or with a different number of points.",
                statusCode: StatusCodes.Status409Conflict);
        }
    }

    private static Results<Ok<CreditedOrder>, Accepted<CreditedOrder>, ProblemHttpResult> Respond(
        string orderId, Credit credit, AdjustmentStatus status)
    {
        var order = new CreditedOrder(orderId, credit.Card, credit.Points, status.Balance);
        return status switch
        {
            { State: AdjustmentState.Applied } => TypedResults.Ok(order),

            // They are stored, and will be credited once: the caller need not do anything.
            { State: < AdjustmentState.Applied } => TypedResults.Accepted((string?)null, order),
            { Error.Status: StatusCodes.Status404NotFound } =>
                TypedResults.Problem("The card does not exist.", statusCode: StatusCodes.Status404NotFound),
            _ => TypedResults.Problem(
                "The loyalty service rejected the points. A member of staff must check this order.",
                statusCode: StatusCodes.Status502BadGateway),
        };
    }
}
