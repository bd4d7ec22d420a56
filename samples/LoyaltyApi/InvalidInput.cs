using Microsoft.AspNetCore.Http.HttpResults;

namespace LoyaltyApi;

/// <summary>Describes an argument that the client refused, in the words of this API.</summary>
internal static class InvalidInput
{
    /// <summary>Returns the problem. The message of the exception names the client's parameters, which callers do not know.</summary>
    public static ProblemHttpResult Problem(ArgumentException invalid) => TypedResults.Problem(
        invalid.ParamName == "memberId"
            ? "The card is missing or not valid: 'card' must be the code of a loyalty card."
            : "The order id is not valid: it must have at most 255 characters, and no control characters.",
        statusCode: StatusCodes.Status400BadRequest);
}
