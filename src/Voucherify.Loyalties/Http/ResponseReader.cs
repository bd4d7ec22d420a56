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
            return ErrorResponseReader.ReadAsync(call, response, options, cancellationToken);
        }

        if (call.NeedsWholeBody && response.StatusCode != HttpStatusCode.OK)
        {
            return new(Failed(AttemptKind.BodyUnreadable, response.StatusCode, "This is not the whole file.", null));
        }

        return call.HasResponseBody
            ? ReadBodyAsync(call, response, options.MaxResponseBytes, cancellationToken)
            : new(Succeeded(call, response, default));
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
            return Read(call, response, body.Bytes);
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

    private static AttemptResult Read(LoyaltyCall call, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var status = response.StatusCode;
        if (body.IsEmpty)
        {
            return Failed(AttemptKind.BodyEmpty, status, "The response has no body.", null);
        }

        try
        {
            var complaint = call.ReportsUnknown && ApiErrorReader.IsError(body.Span) ? "The body is an error." : call.Read(body.Span);
            return complaint is null ? Succeeded(call, response, body) : Failed(AttemptKind.BodyUnreadable, status, complaint, null);
        }
        catch (Exception error) when (JsonErrors.IsMalformed(error))
        {
            if (ForeignError.IsNoJson(response))
            {
                var kind = call.HasEffect ? AttemptKind.ForeignResponse : AttemptKind.BodyUnreadable;
                return ForeignError.Result(kind, call, response, error);
            }

            var reason = JsonErrors.ReasonOf(body.Span) ?? "cannot be read";
            return Failed(AttemptKind.BodyUnreadable, status, $"The response body {reason}.", error);
        }
    }

    private static AttemptResult Succeeded(LoyaltyCall call, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        ResponseObserver.Hand(call, response, body);
        return AttemptResult.Success;
    }

    private static AttemptResult Failed(AttemptKind kind, HttpStatusCode status, string message, Exception? error) =>
        new(kind, new LoyaltyResponseException(status, $"Voucherify responded with {(int)status}, but: {message}", error));
}
