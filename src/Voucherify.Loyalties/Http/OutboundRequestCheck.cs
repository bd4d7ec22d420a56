using System.Net.Http.Headers;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Http;

/// <summary>
/// The last check of a request, next to the socket: it must go to the configured host, and its path must have the segments of its
/// operation. It backs up the argument checks, and also applies when a user's handler has changed the request.
/// </summary>
internal sealed class OutboundRequestCheck : DelegatingHandler
{
    public static readonly HttpRequestOptionsKey<LoyaltyCall> CallKey = new("Voucherify.Loyalties.Call");

    /// <summary>Whether this handler asks for compressed responses and decompresses them, because the handler behind it does not.</summary>
    public bool Decompresses { get; init; }

    /// <summary>Whether the client's own connections are directly behind this handler.</summary>
    public bool IsOverOwnConnection =>
        !OperatingSystem.IsBrowser() && InnerHandler is SocketsHttpHandler sockets && PrimaryHandler.IsOwn(sockets);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.TryGetValue(CallKey, out var call);
        if (!Decompresses)
        {
            return CheckAndSendAsync(request, call, cancellationToken);
        }

        // The response to a write is too short for compression to pay.
        if (call is null || call.Operation.Idempotency == Idempotency.Safe)
        {
            DecompressedContent.Ask(request);
        }

        var send = CheckAndSendAsync(request, call, cancellationToken);
        return call is { IsSentDirectly: true } ? send : DecompressAsync(send);
    }

    private static async Task<HttpResponseMessage> DecompressAsync(Task<HttpResponseMessage> send)
    {
        var response = await send.ConfigureAwait(false);
        DecompressedContent.Decode(response);
        return response;
    }

    private Task<HttpResponseMessage> CheckAndSendAsync(HttpRequestMessage request, LoyaltyCall? call, CancellationToken cancellationToken)
    {
        if (call is null)
        {
            // A copy made by a user's handler does not carry its call, so it is unknown where it may go.
            return HasCredentials(request.Headers.NonValidated)
                ? throw new LoyaltySendRefusedException(
                    "A request with credentials does not belong to this client: a handler copied it without its options. It was not sent.")
                : base.SendAsync(request, cancellationToken);
        }

        if (call.CheckedAddress is null || !ReferenceEquals(request.RequestUri, call.CheckedAddress))
        {
            Check(request.RequestUri, call);
        }

        if (call.Operation.Idempotency != Idempotency.Safe && request.Content is not SendTrackingContent)
        {
            // Without this content it is unknown whether the request was sent before.
            throw new LoyaltySendRefusedException(
                $"A handler replaced the body of {call.Operation.Name}, so a repeated send could not be detected: it was not sent.");
        }

        if (request.Headers.NonValidated.Contains(HeaderNames.Expect))
        {
            // A default header of the HttpClient, or a user's handler. With it, .NET sends the headers before it asks for the content, and
            // repeats them when the server does not like them: a write without a body would leave up to four times, and seem unsent.
            request.Headers.Remove(HeaderNames.Expect);
        }

        TraceContext.Limit(request, call, InnerHandler);
        return call.MaySend is { } maySend && request.Content is SendTrackingContent content
            ? SendGuardedAsync(content.GuardedBy(call, maySend), content, call, request, cancellationToken)
            : ReleaseAsync(call, request, cancellationToken);
    }

    /// <summary>Sends a request whose caller has a send guard.</summary>
    private async Task<HttpResponseMessage> SendGuardedAsync(
        SendGuard guard,
        SendTrackingContent content,
        LoyaltyCall call,
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        if (content.WasRead || !IsConnection(InnerHandler))
        {
            // Only .NET's own connection is known to ask for the bytes. A fake, for example, may never do so.
            await guard.AskAsync(cancellationToken).ConfigureAwait(false);
            guard.RefuseIfLate();
        }

        if (!content.WasRead && EndsInConnection(InnerHandler))
        {
            content.AskWhenConnected();
        }

        try
        {
            return await ReleaseAsync(call, request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (guard.IsRefused)
        {
            guard.ThrowRefusal();
            throw;
        }
    }

    private static bool IsConnection(HttpMessageHandler? handler) =>
        handler is SocketsHttpHandler || handler?.GetType() == typeof(HttpClientHandler);

    private static bool EndsInConnection(HttpMessageHandler? handler) =>
        IsConnection(handler) || (handler is DelegatingHandler { InnerHandler: var inner } && EndsInConnection(inner));

    private Task<HttpResponseMessage> ReleaseAsync(LoyaltyCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = request.Content as SendTrackingContent;
        if (content?.TryRelease(call) == false)
        {
            // A user's handler repeats requests, such as a resilience handler for all clients. Only this package knows what may be
            // repeated.
            throw new LoyaltySendRefusedException(
                $"A handler repeated the request of {call.Operation.Name}, which may already have been applied: it was not sent again.");
        }

        call.CountAttempt();
        var send = base.SendAsync(request, cancellationToken);
        content?.SentBy(send);
        return send;
    }

    private static bool HasCredentials(HttpHeadersNonValidated headers) =>
        headers.Contains(HeaderNames.AppToken) || headers.Contains(HeaderNames.AppId) || headers.Contains(HeaderNames.Authorization);

    private static void Check(Uri? uri, LoyaltyCall call)
    {
        if (uri is not { IsAbsoluteUri: true } || !IsSameOrigin(uri, call.BaseAddress))
        {
            throw new LoyaltySendRefusedException(
                $"The request of {call.Operation.Name} would not go to {call.BaseAddress.GetLeftPart(UriPartial.Authority)}:"
                + " it was not sent.");
        }

        var prefix = call.BaseAddress.AbsolutePath.AsSpan().TrimEnd('/');
        var path = PathOf(uri);
        if (!path.StartsWith(prefix, StringComparison.Ordinal) || !HasSegments(path[prefix.Length..], call.Operation.Segments))
        {
            throw new LoyaltySendRefusedException($"The request's path does not match the route {call.Operation.Route}: it was not sent.");
        }
    }

    /// <summary>Whether an address is on the same host, port and scheme.</summary>
    public static bool IsSameOrigin(Uri uri, Uri baseAddress) =>
        uri.Scheme == baseAddress.Scheme
        && uri.Port == baseAddress.Port
        && string.Equals(uri.IdnHost, baseAddress.IdnHost, StringComparison.OrdinalIgnoreCase);

    // Sliced from the address: the property would allocate a string for each request.
    private static ReadOnlySpan<char> PathOf(Uri uri)
    {
        var address = uri.AbsoluteUri.AsSpan();
        address = address[(address.IndexOf("://") + 3)..];
        address = address[..IndexOrEnd(address.IndexOfAny('?', '#'), address.Length)];
        return address[IndexOrEnd(address.IndexOf('/'), address.Length)..];
    }

    private static int IndexOrEnd(int index, int length) => index < 0 ? length : index;

    /// <summary>Whether a path has as many segments as expected, and no empty one.</summary>
    public static bool HasSegments(ReadOnlySpan<char> path, int expected) =>
        path.Count('/') == expected && !path.EndsWith("/") && path.IndexOf("//") < 0;
}
