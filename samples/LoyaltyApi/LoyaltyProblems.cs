using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Voucherify.Loyalties;

namespace LoyaltyApi;

/// <summary>Translates exceptions of the client into problem details for the callers of this API.</summary>
internal sealed class LoyaltyProblems(IProblemDetailsService problems) : IExceptionHandler
{
    private static readonly TimeSpan RetryAfterUnknown = TimeSpan.FromSeconds(30);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Describe(exception) is not var (status, retryAfter, detail))
        {
            return false;
        }

        httpContext.Response.StatusCode = status;
        if (retryAfter is { } wait)
        {
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = { Status = status, Detail = detail } });
    }

    private static (int Status, TimeSpan? RetryAfter, string Detail)? Describe(Exception exception) => exception switch
    {
        BadHttpRequestException bad => (bad.StatusCode, null, BodyOf(bad)),
        LoyaltySourceIdConflictException => (
            StatusCodes.Status409Conflict, null, "This order was already credited with a different number of points."),
        LoyaltyOutcomeUnknownException => (
            StatusCodes.Status503ServiceUnavailable,
            RetryAfterUnknown,
            "It is not known yet whether the points were credited. Repeat the same request later: it first checks whether they were."),
        LoyaltyRateLimitException limit => (
            StatusCodes.Status503ServiceUnavailable,
            limit.RetryAfter,
            "Too many requests. Repeat the same request later: the points are credited only once."),
        LoyaltyApiException { Key: LoyaltyErrorKeys.NotFound } => (StatusCodes.Status404NotFound, null, "The card does not exist."),
        LoyaltyApiException => (StatusCodes.Status502BadGateway, null, "The loyalty service rejected the request."),
        LoyaltyException => (
            StatusCodes.Status503ServiceUnavailable,
            null,
            "The loyalty service is unavailable. Repeat the same request later: the points are credited only once."),
        _ => null,
    };

    // The message of .NET names the parameters of a method, which callers of this API do not know.
    private static string BodyOf(BadHttpRequestException bad) => bad.StatusCode == StatusCodes.Status400BadRequest
        ? "The body must be a JSON object with 'card' (a string) and 'points' (a whole number)."
        : "The request is not valid.";
}
