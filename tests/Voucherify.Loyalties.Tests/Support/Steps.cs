using System.Net;
using System.Text;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>The steps of scripts.</summary>
internal static class Steps
{
    public const string BalanceJson =
        """
        {"points":100,"total":13436,"balance":13136,"type":"loyalty_card","object":"balance",
        "related_object":{"type":"voucher","id":"v_1"}}
        """;

    public const string MemberJson = """{"id":"v_1","code":"CARD","object":"voucher"}""";

    /// <summary>Sends the request, then returns this response.</summary>
    public static Step Respond(HttpStatusCode status, string? body = null, params (string Name, string Value)[] headers) =>
        async (request, cancellationToken) =>
        {
            await SendAsync(request, cancellationToken);
            var response = new HttpResponseMessage(status) { Content = new StringContent(body ?? "", Encoding.UTF8, "application/json") };
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return response;
        };

    public static Step Ok(string body) => Respond(HttpStatusCode.OK, body);

    /// <summary>Fails before anything is sent.</summary>
    public static Step FailToConnect() =>
        (_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");

    /// <summary>Fails after the request was sent.</summary>
    public static Step LoseConnection() => async (request, cancellationToken) =>
    {
        await SendAsync(request, cancellationToken);
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The server closed the connection.");
    };

    /// <summary>Never responds and sends nothing.</summary>
    public static Step HangBeforeSend() => (_, cancellationToken) => HangAsync(cancellationToken);

    /// <summary>Never responds after the request was sent.</summary>
    public static Step Hang() => async (request, cancellationToken) =>
    {
        await SendAsync(request, cancellationToken);
        return await HangAsync(cancellationToken);
    };

    /// <summary>Sends the request, then breaks the connection within the body of the response.</summary>
    public static Step LoseBody(HttpStatusCode status = HttpStatusCode.OK) =>
        FailBody(status, new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely."));

    /// <summary>Sends the request, then fails to read the body of the response.</summary>
    public static Step FailBody(HttpStatusCode status, Exception error) => async (request, cancellationToken) =>
    {
        await SendAsync(request, cancellationToken);
        return new HttpResponseMessage(status) { Content = new StreamContent(new BrokenStream(error)) };
    };

    /// <summary>Plays one script for the writes and one for the reads. The last step of each repeats.</summary>
    public static Step ByMethod(Step[] writes, Step[] reads)
    {
        var (written, read) = (0, 0);
        return (request, cancellationToken) => request.Method == HttpMethod.Get
            ? reads[Math.Min(read++, reads.Length - 1)](request, cancellationToken)
            : writes[Math.Min(written++, writes.Length - 1)](request, cancellationToken);
    }

    private static Task SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Content?.CopyToAsync(Stream.Null, cancellationToken) ?? Task.CompletedTask;

    private static Task<HttpResponseMessage> HangAsync(CancellationToken cancellationToken)
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return never.Task;
    }

    private sealed class BrokenStream(Exception error) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw error;
    }
}
