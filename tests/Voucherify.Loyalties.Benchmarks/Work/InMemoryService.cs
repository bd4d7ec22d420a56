using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Voucherify.Loyalties.Benchmarks.Work;

/// <summary>Answers at once, on the caller's thread, with the headers of the service; reads the request's body as a socket would.</summary>
internal sealed class InMemoryService : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private static readonly string Renewal = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(BodyOf(request)) { Headers = { ContentType = Json } },
        };
        response.Headers.TryAddWithoutValidation("Date", "Wed, 21 Aug 2024 05:54:33 GMT");
        response.Headers.TryAddWithoutValidation("X-Rate-Limit-Limit", "2000");
        response.Headers.TryAddWithoutValidation("X-Rate-Limit-Remaining", "1999");
        response.Headers.TryAddWithoutValidation("X-Rate-Limit-Retry", Renewal);
        return response;
    }

    private static byte[] BodyOf(HttpRequestMessage request) => request switch
    {
        { Method.Method: "POST" } => Bodies.Balance,
        { RequestUri.AbsolutePath: var path } when path.EndsWith("/transactions", StringComparison.Ordinal) => Bodies.List,
        _ => Bodies.Member,
    };
}
