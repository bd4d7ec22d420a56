using System.Diagnostics.CodeAnalysis;
using System.Net;
using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>
/// Serves the engine without a socket. Everything happens on the caller's thread, and the returned task is already complete, unless
/// the content of the request or a fault takes time. So a test that owns its clock has only one thread.
/// </summary>
internal sealed class InMemoryHandler(SandboxEngine engine, TimeProvider clock) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!TryReceive(request, out var incoming, out var refusal))
        {
            return refusal;
        }

        using var body = new MemoryStream();
        if (request.Content is { } content)
        {
            await content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        }

        var delivered = Handle(request, incoming, body);
        if (delivered.Delivery == Delivery.Hanging)
        {
            await ClockDelay.ForeverAsync(cancellationToken).ConfigureAwait(false);
        }

        return ToMessage(delivered, request);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!TryReceive(request, out var incoming, out var refusal))
        {
            return refusal;
        }

        using var body = new MemoryStream();
        request.Content?.CopyTo(body, context: null, cancellationToken);
        var delivered = Handle(request, incoming, body);
        if (delivered.Delivery == Delivery.Hanging)
        {
            cancellationToken.WaitHandle.WaitOne();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return ToMessage(delivered, request);
    }

    // Before the content is read: that is how a client knows that nothing was sent.
    private bool TryReceive(
        HttpRequestMessage request,
        [NotNullWhen(true)] out IncomingRequest? incoming,
        [NotNullWhen(false)] out HttpResponseMessage? refusal)
    {
        (incoming, refusal) = (null, null);
        var (method, target) = (request.Method.Method, TargetOf(request));
        if (RequestLine.Refuse(method, target) is { } response)
        {
            refusal = ToMessage(new DeliveredResponse(Delivery.Whole, response), request);
            return false;
        }

        incoming = engine.Receive(method, target, canRefuse: true);
        return incoming.Plan.Fault == SandboxFault.RefuseConnection ? throw BrokenConnection.Refused(request) : true;
    }

    private DeliveredResponse Handle(HttpRequestMessage request, IncomingRequest incoming, MemoryStream body) => engine.Handle(
        incoming,
        new SandboxRequest(request.Method.Method, TargetOf(request), HeadersOf(request), body.ToArray()));

    // What a request line would have contained.
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

    private HttpResponseMessage ToMessage(DeliveredResponse delivered, HttpRequestMessage request)
    {
        if (delivered.Delivery == Delivery.Broken)
        {
            throw BrokenConnection.Reset();
        }

        var message = new HttpResponseMessage((HttpStatusCode)delivered.Response.Status)
        {
            RequestMessage = request,
            Content = ContentOf(delivered, isHead: request.Method == HttpMethod.Head),
        };
        foreach (var (name, value) in delivered.Response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private HttpContent ContentOf(DeliveredResponse delivered, bool isHead)
    {
        var body = isHead ? ReadOnlyMemory<byte>.Empty : delivered.Response.Body;
        if (body.IsEmpty || delivered.Delivery is not (Delivery.Truncated or Delivery.Dripping))
        {
            return new ByteArrayContent(body.ToArray());
        }

        var content = new StreamContent(delivered.Delivery == Delivery.Truncated
            ? FaultyStream.Truncated(body)
            : FaultyStream.Dripping(body, delivered.Duration, clock));
        content.Headers.ContentLength = body.Length;
        return content;
    }
}
