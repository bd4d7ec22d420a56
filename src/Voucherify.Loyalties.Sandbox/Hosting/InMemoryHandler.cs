using System.Net;
using Voucherify.Loyalties.Sandbox.Engine;

namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>
/// Serves the engine without a socket. Everything happens on the caller's thread, and the task is complete when it is
/// returned, unless the request's own content takes its time: a test that owns its clock sees no other thread.
/// </summary>
internal sealed class InMemoryHandler(SandboxEngine engine) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        if (request.Content is { } content)
        {
            await content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        }

        return Serve(request, body);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, context: null, cancellationToken);
        return Serve(request, body);
    }

    private HttpResponseMessage Serve(HttpRequestMessage request, MemoryStream body)
    {
        var (method, target) = (request.Method.Method, TargetOf(request));
        var response = RequestLine.Refuse(method, target)
            ?? engine.Handle(new SandboxRequest(method, target, HeadersOf(request), body.ToArray()));
        return ToMessage(response, request);
    }

    // What a socket would have carried.
    private static string TargetOf(HttpRequestMessage request) => request.RequestUri is { IsAbsoluteUri: true } uri
        ? uri.PathAndQuery
        : throw new InvalidOperationException("The request has no absolute address: set HttpClient.BaseAddress to the sandbox's.");

    private static Dictionary<string, string> HeadersOf(HttpRequestMessage request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            headers[name] = values.ToString();
        }

        foreach (var (name, values) in request.Content?.Headers.NonValidated ?? default)
        {
            headers[name] = values.ToString();
        }

        return headers;
    }

    private static HttpResponseMessage ToMessage(SandboxResponse response, HttpRequestMessage request)
    {
        var isHead = request.Method == HttpMethod.Head;
        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(isHead ? [] : response.Body.ToArray()),
        };
        foreach (var (name, value) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
