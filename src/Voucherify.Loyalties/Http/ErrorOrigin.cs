using System.Net;

namespace Voucherify.Loyalties.Http;

/// <summary>
/// Decides whether the service itself can have written an error. A proxy, a firewall or a gateway in front of it also responds with errors,
/// some of them in JSON and with a request id, for a request that may still reach the service or already has.
/// </summary>
internal static class ErrorOrigin
{
    private const string RequestIdPrefix = "v-";

    /// <summary>
    /// Whether the service has seen the request and ended it, so that an effect comes soon or not at all. A 408, 502, 503 or 504 never says
    /// so: it is about a request that was waited for in vain.
    /// </summary>
    public static bool EndsTheRequest(HttpStatusCode status, ApiError error) =>
        status is not (HttpStatusCode.RequestTimeout
            or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout)
        && HasMark(error);

    /// <summary>Whether a 4xx comes from the service, which then refused the request.</summary>
    public static bool IsRefusal(HttpResponseMessage response, ApiError error) =>
        HasMark(error) || (error.Code == (int)response.StatusCode && HasRateLimit(response));

    // Only the service writes these: a key that it documents, or a request id in its own form.
    private static bool HasMark(ApiError error) => LoyaltyErrorKeys.IsDocumented(error.Key) || IsRequestId(error.RequestId);

    private static bool IsRequestId(string? id) =>
        id is not null
        && id.Length > RequestIdPrefix.Length
        && id.StartsWith(RequestIdPrefix, StringComparison.Ordinal)
        && id.Skip(RequestIdPrefix.Length).All(char.IsAsciiHexDigit);

    private static bool HasRateLimit(HttpResponseMessage response)
    {
        foreach (var header in response.Headers.NonValidated)
        {
            if (header.Key.StartsWith("X-Rate-Limit-", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
