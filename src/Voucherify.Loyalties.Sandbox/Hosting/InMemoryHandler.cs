using System.Diagnostics.CodeAnalysis;
using System.Net;
using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>
/// Serves the engine without a socket. Everything happens on the caller's thread, and the task is complete when it is
/// returned, unless the request's own content takes its time or a fault does: a test that owns its clock sees no other
/// thread.
/// </summary>
internal sealed class InMemoryHandler(SandboxEngine engine, TimeProvider clock) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!TryReceive(request, out var arrival, out var refusal))
        {
            return refusal;
        }

        using var body = new MemoryStream();
        if (request.Content is { } content)
        {
            await content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        }

        var reply = Handle(request, arrival, body);
        if (reply.Delivery == Delivery.Hanging)
        {
            await ClockDelay.ForeverAsync(cancellationToken).ConfigureAwait(false);
        }

        return ToMessage(reply, request);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!TryReceive(request, out var arrival, out var refusal))
        {
            return refusal;
        }

        using var body = new MemoryStream();
        request.Content?.CopyTo(body, context: null, cancellationToken);
        var reply = Handle(request, arrival, body);
        if (reply.Delivery == Delivery.Hanging)
        {
            cancellationToken.WaitHandle.WaitOne();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return ToMessage(reply, request);
    }

    // Before the content is asked for: that is what tells a client that nothing has left.
    private bool TryReceive(
        HttpRequestMessage request,
        [NotNullWhen(true)] out IncomingRequest? arrival,
        [NotNullWhen(false)] out HttpResponseMessage? refusal)
    {
        (arrival, refusal) = (null, null);
        var (method, target) = (request.Method.Method, TargetOf(request));
        if (RequestLine.Refuse(method, target) is { } response)
        {
            refusal = ToMessage(new SandboxReply(Delivery.Whole, response), request);
            return false;
        }

        arrival = engine.Receive(method, target, canRefuse: true);
        return arrival.Plan.Fault == SandboxFault.RefuseConnection ? throw BrokenConnection.Refused(request) : true;
    }

    private SandboxReply Handle(HttpRequestMessage request, IncomingRequest arrival, MemoryStream body) => engine.Handle(
        arrival,
        new SandboxRequest(request.Method.Method, TargetOf(request), HeadersOf(request), body.ToArray()));

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

    private HttpResponseMessage ToMessage(SandboxReply reply, HttpRequestMessage request)
    {
        if (reply.Delivery == Delivery.Broken)
        {
            throw BrokenConnection.Reset();
        }

        var message = new HttpResponseMessage((HttpStatusCode)reply.Response.Status)
        {
            RequestMessage = request,
            Content = ContentOf(reply, isHead: request.Method == HttpMethod.Head),
        };
        foreach (var (name, value) in reply.Response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private HttpContent ContentOf(SandboxReply reply, bool isHead)
    {
        var body = isHead ? ReadOnlyMemory<byte>.Empty : reply.Response.Body;
        if (body.IsEmpty || reply.Delivery is not (Delivery.Truncated or Delivery.Dripping))
        {
            return new ByteArrayContent(body.ToArray());
        }

        var content = new StreamContent(reply.Delivery == Delivery.Truncated
            ? FaultyStream.Truncated(body)
            : FaultyStream.Dripping(body, reply.Duration, clock));
        content.Headers.ContentLength = body.Length;
        return content;
    }
}
