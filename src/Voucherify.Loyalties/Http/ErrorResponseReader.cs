using System.Net;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Http;

/// <summary>Reads a response without success into the result of an attempt.</summary>
internal static class ErrorResponseReader
{
    /// <summary>Reads the response.</summary>
    public static async ValueTask<AttemptResult> ReadAsync(
        LoyaltyCall call,
        HttpResponseMessage response,
        LoyaltyClientOptions options,
        CancellationToken cancellationToken)
    {
        var error = await ReadBodyAsync(response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false) ?? new ApiError();
        return KindOf(call, response, error) switch
        {
            AttemptKind.RateLimited => RateLimited(response, error, options.TimeProvider),
            AttemptKind.ForeignResponse => ForeignError.Result(AttemptKind.ForeignResponse, call, response),
            AttemptKind.ProxyRefused => new(AttemptKind.ProxyRefused, ProxyRefused()),
            var kind => new AttemptResult(kind, new LoyaltyApiException(response.StatusCode, error))
            {
                ServerDelay = ServerDelay.Read(response, options.TimeProvider),
                ServiceAnswered = ErrorOrigin.EndsTheRequest(response.StatusCode, error),
            },
        };
    }

    private static async ValueTask<ApiError?> ReadBodyAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await ResponseBodyReader.ReadAsync(response.Content, limit, cancellationToken).ConfigureAwait(false);
            return ApiErrorReader.Read(body.Bytes);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException or ResponseTooLongException)
        {
            // The status is enough; the body would only have explained it.
            return null;
        }
    }

    private static AttemptKind KindOf(LoyaltyCall call, HttpResponseMessage response, ApiError error)
    {
        var status = response.StatusCode;
        return status switch
        {
            < HttpStatusCode.BadRequest => AttemptKind.Redirected,
            HttpStatusCode.Unauthorized => AttemptKind.Unauthorized,
            HttpStatusCode.TooManyRequests => AttemptKind.RateLimited,
            HttpStatusCode.ProxyAuthenticationRequired => AttemptKind.ProxyRefused,
            HttpStatusCode.RequestTimeout => AttemptKind.RequestTimeout,
            HttpStatusCode.NotImplemented or HttpStatusCode.HttpVersionNotSupported => AttemptKind.NotImplemented,
            >= HttpStatusCode.InternalServerError => AttemptKind.ServerError,
            _ when call.HasEffect && !ErrorOrigin.IsRefusal(response, error) => AttemptKind.ForeignResponse,
            HttpStatusCode.PaymentRequired => AttemptKind.PaymentRequired,
            HttpStatusCode.Conflict => AttemptKind.Duplicate,
            HttpStatusCode.BadRequest when error.Key == LoyaltyErrorKeys.DuplicateSourceId => AttemptKind.Duplicate,
            _ => AttemptKind.ClientError,
        };
    }

    private static AttemptResult RateLimited(HttpResponseMessage response, ApiError error, TimeProvider time)
    {
        var delay = ServerDelay.Read(response, time);
        var limit = ServerDelay.ReadLimitType(response);
        var kind = limit == "api_calls_cycle" ? AttemptKind.CycleLimitReached : AttemptKind.RateLimited;
        return new AttemptResult(kind, new LoyaltyRateLimitException(error, delay, limit)) { ServerDelay = delay };
    }

    private static LoyaltyConnectionException ProxyRefused() =>
        new("The proxy responded with 407: it demands credentials of its own, and passed nothing on.");
}
