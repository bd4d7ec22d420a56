using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties.Internal.Http;

/// <summary>Turns what the service answered into the outcome of an attempt.</summary>
internal static class AnswerReader
{
    public static ValueTask<AttemptOutcome> ReadAsync(LoyaltyCall call, HttpResponseMessage response, LoyaltyClientOptions options, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            return ReadErrorAsync(response, options, cancellationToken);
        }

        if (call is OpenedCall && response.StatusCode != HttpStatusCode.OK)
        {
            return new(Failed(AttemptEvent.BodyUnreadable, response.StatusCode, "That is not the whole file.", null));
        }

        return call.HasAnswer ? ReadAnswerAsync(call, response, options.MaxResponseBytes, cancellationToken) : new(AttemptOutcome.Success);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<AttemptOutcome> ReadAnswerAsync(LoyaltyCall call, HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        var status = response.StatusCode;
        try
        {
            using var body = await BodyReader.ReadAsync(response.Content, limit, cancellationToken).ConfigureAwait(false);
            return Read(call, status, body.Bytes);
        }
        catch (BodyTooLongException error)
        {
            return Failed(AttemptEvent.BodyUnreadable, status, error.Message, error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return Failed(AttemptEvent.BodyLost, status, "The connection broke within the body of the answer.", error);
        }
        catch (InvalidDataException error)
        {
            return Failed(AttemptEvent.BodyUnreadable, status, "The body of the answer cannot be decompressed.", error);
        }
    }

    private static AttemptOutcome Read(LoyaltyCall call, HttpStatusCode status, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return Failed(AttemptEvent.BodyEmpty, status, "The answer has no body.", null);
        }

        try
        {
            return call.TryRead(body.Span)
                ? AttemptOutcome.Success
                : Failed(AttemptEvent.BodyUnreadable, status, "The answer lacks what makes it one.", null);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or InvalidOperationException or FormatException or OverflowException)
        {
            return Failed(AttemptEvent.BodyUnreadable, status, "The body of the answer cannot be read.", error);
        }
    }

    private static AttemptOutcome Failed(AttemptEvent happened, HttpStatusCode status, string message, Exception? error) =>
        new(happened, new LoyaltyResponseException(status, $"Voucherify answered {(int)status}, but: {message}", error));

    private static async ValueTask<AttemptOutcome> ReadErrorAsync(HttpResponseMessage response, LoyaltyClientOptions options, CancellationToken cancellationToken)
    {
        var error = await ReadErrorBodyAsync(response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false) ?? new ApiError();
        return response.StatusCode == HttpStatusCode.TooManyRequests
            ? RateLimited(response, error, options.TimeProvider)
            : new AttemptOutcome(EventOf(response.StatusCode, error), new LoyaltyApiException(response.StatusCode, error))
            {
                ServerDelay = ServerDelay.Read(response, options.TimeProvider),
                ServiceAnswered = IsOfTheService(response.StatusCode, error),
            };
    }

    // A gateway may answer in JSON too, for a request that still waits in front of the service: 502, 503 and 504 need what only the service writes.
    private static bool IsOfTheService(HttpStatusCode status, ApiError error) =>
        error is { Key: not null } or { RequestId: not null }
        || (error.Code is not null && status is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout));

    private static AttemptOutcome RateLimited(HttpResponseMessage response, ApiError error, TimeProvider time)
    {
        var delay = ServerDelay.Read(response, time);
        var limit = ServerDelay.ReadLimitType(response);
        var happened = limit == "api_calls_cycle" ? AttemptEvent.CycleLimitReached : AttemptEvent.RateLimited;
        return new AttemptOutcome(happened, new LoyaltyRateLimitException(error, delay, limit)) { ServerDelay = delay };
    }

    private static async ValueTask<ApiError?> ReadErrorBodyAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await BodyReader.ReadAsync(response.Content, limit, cancellationToken).ConfigureAwait(false);
            return ApiErrorReader.Read(body.Bytes);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException or BodyTooLongException)
        {
            // The status has said it; the body would only have explained.
            return null;
        }
    }

    private static AttemptEvent EventOf(HttpStatusCode status, ApiError error) => status switch
    {
        < HttpStatusCode.BadRequest => AttemptEvent.Redirected,
        HttpStatusCode.Unauthorized => AttemptEvent.Unauthorized,
        HttpStatusCode.PaymentRequired => AttemptEvent.PaymentRequired,
        HttpStatusCode.RequestTimeout => AttemptEvent.RequestTimeout,
        HttpStatusCode.Conflict => AttemptEvent.Duplicate,
        HttpStatusCode.BadRequest when error.Key == LoyaltyErrorKeys.DuplicateSourceId => AttemptEvent.Duplicate,
        < HttpStatusCode.InternalServerError => AttemptEvent.ClientError,
        HttpStatusCode.NotImplemented or HttpStatusCode.HttpVersionNotSupported => AttemptEvent.NotImplemented,
        _ => AttemptEvent.ServerError,
    };
}
