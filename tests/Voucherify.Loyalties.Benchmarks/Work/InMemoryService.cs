using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Voucherify.Loyalties.Benchmarks.Work;

/// <summary>Answers at once, on the caller's thread, with the headers of the service; reads the request's body as a socket would.</summary>
internal sealed class InMemoryService : HttpMessageHandler
{
    /// <summary>An address for the clients: nobody is asked there.</summary>
    public static readonly Uri Address = new("http://localhost:1/");

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private static readonly string Date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Bodies.For(request.Method.Method, request.RequestUri!.AbsolutePath)) { Headers = { ContentType = Json } },
        };
        response.Headers.TryAddWithoutValidation("Date", Date);
        foreach (var (name, value) in RateLimit.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
