using System.Net;
using System.Text;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>Steps to build scripts from.</summary>
internal static class Steps
{
    public const string BalanceJson =
        """
        {"points":100,"total":13436,"balance":13136,"type":"loyalty_card","object":"balance",
        "related_object":{"type":"voucher","id":"v_1"}}
        """;

    public const string MemberJson = """{"id":"v_1","code":"CARD","object":"voucher"}""";

    /// <summary>The request leaves, then this answer comes.</summary>
    public static Step Respond(HttpStatusCode status, string? body = null, params (string Name, string Value)[] headers) =>
        async (request, cancellationToken) =>
        {
            await Leave(request, cancellationToken);
            var response = new HttpResponseMessage(status) { Content = new StringContent(body ?? "", Encoding.UTF8, "application/json") };
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return response;
        };

    public static Step Ok(string body) => Respond(HttpStatusCode.OK, body);

    /// <summary>Fails before a byte has left.</summary>
    public static Step FailToConnect() =>
        (_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");

    /// <summary>Fails after the request has left.</summary>
    public static Step LoseConnection() => async (request, cancellationToken) =>
    {
        await Leave(request, cancellationToken);
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The server closed the connection.");
    };

    /// <summary>Never answers, and nothing has left.</summary>
    public static Step HangBeforeSend() => (_, cancellationToken) => Forever(cancellationToken);

    /// <summary>Never answers after the request has left.</summary>
    public static Step Hang() => async (request, cancellationToken) =>
    {
        await Leave(request, cancellationToken);
        return await Forever(cancellationToken);
    };

    /// <summary>The body breaks off.</summary>
    public static Step LoseBody() => async (request, cancellationToken) =>
    {
        await Leave(request, cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) };
    };

    private static Task Leave(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Content?.CopyToAsync(Stream.Null, cancellationToken) ?? Task.CompletedTask;

    private static Task<HttpResponseMessage> Forever(CancellationToken cancellationToken)
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return never.Task;
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
    }
}
