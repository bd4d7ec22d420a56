using System.Net;
using System.Runtime.CompilerServices;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Http;

/// <summary>Reads a response into the result of an attempt.</summary>
internal static class ResponseReader
{
    public static ValueTask<AttemptResult> ReadAsync(
        LoyaltyCall call,
        HttpResponseMessage response,
        LoyaltyClientOptions options,
        CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            return ReadErrorAsync(response, options, cancellationToken);
        }

        if (call.NeedsWholeBody && response.StatusCode != HttpStatusCode.OK)
        {
            return new(Failed(AttemptKind.BodyUnreadable, response.StatusCode, "This is not the whole file.", null));
        }

        return call.HasResponseBody
            ? ReadBodyAsync(call, response, options.MaxResponseBytes, cancellationToken)
            : new(AttemptResult.Success);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<AttemptResult> ReadBodyAsync(
        LoyaltyCall call,
        HttpResponseMessage response,
        int limit,
        CancellationToken cancellationToken)
    {
        var status = response.StatusCode;
        try
        {
            using var body = await ResponseBodyReader.ReadAsync(response.Content, limit, cancellationToken).ConfigureAwait(false);
            return Read(call, status, body.Bytes);
        }
        catch (ResponseTooLongException error)
        {
            return Failed(AttemptKind.BodyUnreadable, status, error.Message, error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return Failed(AttemptKind.BodyLost, status, "The connection broke in the middle of the response body.", error);
        }
        catch (InvalidDataException error)
        {
            return Failed(AttemptKind.BodyUnreadable, status, "The response body cannot be decompressed.", error);
        }
    }

    private static AttemptResult Read(LoyaltyCall call, HttpStatusCode status, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return Failed(AttemptKind.BodyEmpty, status, "The response has no body.", null);
        }

        try
        {
            return call.TryRead(body.Span)
                ? AttemptResult.Success
                : Failed(AttemptKind.BodyUnreadable, status, "The response lacks its essential member.", null);
        }
        catch (Exception error) when (JsonErrors.IsMalformed(error))
        {
            return Failed(AttemptKind.BodyUnreadable, status, "The response body cannot be read.", error);
        }
    }

    private static AttemptResult Failed(AttemptKind kind, HttpStatusCode status, string message, Exception? error) =>
        new(kind, new LoyaltyResponseException(status, $"Voucherify responded with {(int)status}, but: {message}", error));

    private static async ValueTask<AttemptResult> ReadErrorAsync(
        HttpResponseMessage response,
        LoyaltyClientOptions options,
        CancellationToken cancellationToken)
    {
        var error = await ReadErrorBodyAsync(response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false) ?? new ApiError();
        return response.StatusCode == HttpStatusCode.TooManyRequests
            ? RateLimited(response, error, options.TimeProvider)
            : new AttemptResult(EventOf(response.StatusCode, error), new LoyaltyApiException(response.StatusCode, error))
            {
                ServerDelay = ServerDelay.Read(response, options.TimeProvider),
                ServiceAnswered = IsOfTheService(response.StatusCode, error),
            };
    }

    // A gateway may also respond with JSON, for a request that is still waiting in front of the service. So 502, 503 and 504 need a key or
    // a request id, which only the service writes.
    private static bool IsOfTheService(HttpStatusCode status, ApiError error) =>
        error is { Key: not null } or { RequestId: not null }
        || (error.Code is not null
            && status is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout));

    private static AttemptResult RateLimited(HttpResponseMessage response, ApiError error, TimeProvider time)
    {
        var delay = ServerDelay.Read(response, time);
        var limit = ServerDelay.ReadLimitType(response);
        var kind = limit == "api_calls_cycle" ? AttemptKind.CycleLimitReached : AttemptKind.RateLimited;
        return new AttemptResult(kind, new LoyaltyRateLimitException(error, delay, limit)) { ServerDelay = delay };
    }

    private static async ValueTask<ApiError?> ReadErrorBodyAsync(
        HttpResponseMessage response,
        int limit,
        CancellationToken cancellationToken)
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

    private static AttemptKind EventOf(HttpStatusCode status, ApiError error) => status switch
    {
        < HttpStatusCode.BadRequest => AttemptKind.Redirected,
        HttpStatusCode.Unauthorized => AttemptKind.Unauthorized,
        HttpStatusCode.PaymentRequired => AttemptKind.PaymentRequired,
        HttpStatusCode.RequestTimeout => AttemptKind.RequestTimeout,
        HttpStatusCode.Conflict => AttemptKind.Duplicate,
        HttpStatusCode.BadRequest when error.Key == LoyaltyErrorKeys.DuplicateSourceId => AttemptKind.Duplicate,
        < HttpStatusCode.InternalServerError => AttemptKind.ClientError,
        HttpStatusCode.NotImplemented or HttpStatusCode.HttpVersionNotSupported => AttemptKind.NotImplemented,
        _ => AttemptKind.ServerError,
    };
}
