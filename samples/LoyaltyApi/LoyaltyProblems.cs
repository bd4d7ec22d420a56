using System.Globalization;
using LoyaltyApi.Credits;
using Microsoft.AspNetCore.Diagnostics;
using Voucherify.Loyalties;

namespace LoyaltyApi;

/// <summary>What the errors of the client mean to a caller of this API.</summary>
internal sealed class LoyaltyProblems(IProblemDetailsService problems) : IExceptionHandler
{
    private static readonly TimeSpan WhenUnknown = TimeSpan.FromSeconds(30);

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
        OrderConflictException conflict => (StatusCodes.Status409Conflict, null, conflict.Message),
        LoyaltySourceIdConflictException => (
            StatusCodes.Status409Conflict, null, "Points were credited for this order before, with another number."),
        LoyaltyOutcomeUnknownException => (
            StatusCodes.Status503ServiceUnavailable,
            WhenUnknown,
            "It is not known yet whether the points were credited. Repeat the same request later: they are looked for first, and not credited twice."),
        LoyaltyRateLimitException limit => (
            StatusCodes.Status503ServiceUnavailable,
            limit.RetryAfter,
            "Too many calls for now. Repeat the same request later: it is credited once."),
        LoyaltyApiException { Key: LoyaltyErrorKeys.NotFound } => (StatusCodes.Status404NotFound, null, "There is no such card."),
        LoyaltyApiException => (StatusCodes.Status502BadGateway, null, "The loyalty service refused the call."),
        LoyaltyException => (
            StatusCodes.Status503ServiceUnavailable,
            null,
            "The loyalty service cannot be reached. Repeat the same request later: it is credited once."),
        _ => null,
    };
}
