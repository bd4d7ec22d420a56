using System.Net;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Http;

/// <summary>
/// A request body that knows whether the transport ever asked for it: until it does, nothing was sent. Writes get one even if they have no
/// body, for a second reason: when a reused connection breaks, .NET's connection pool resends a POST or DELETE by itself, unless it has
/// content.
/// </summary>
internal sealed class SendTrackingContent : HttpContent
{
    private const int Unread = 0;

    private const int Read = 1;

    private const int Closed = 2;

    private readonly byte[] _body;
    private int _reading;
    private bool _sent;
    private bool _asksWhenConnected;
    private LoyaltyCall? _releasedFor;
    private SendGuard? _guard;
    private Task? _send;

    /// <summary>Creates the content.</summary>
    /// <param name="body">The bytes to send.</param>
    /// <param name="contentType">The content type; null for a body without bytes.</param>
    public SendTrackingContent(byte[] body, string? contentType)
    {
        _body = body;
        if (contentType is not null)
        {
            // Set the raw value: the typed header would be parsed for each request, only to be written again.
            Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
    }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Body => _body;

    /// <summary>
    /// Whether bytes of the request may have been sent: it was released, and something has read the bytes. If something read them before
    /// the release, such as a handler that logs bodies, .NET buffered them and the transport does not read them again; then the release
    /// alone counts.
    /// </summary>
    public bool Started => Volatile.Read(ref _releasedFor) is not null && WasRead;

    /// <summary>
    /// Whether something has read the bytes. If that was before the release, .NET may have buffered them and may never ask again.
    /// </summary>
    public bool WasRead => Volatile.Read(ref _reading) == Read;

    /// <summary>Attaches the send guard of the call.</summary>
    public SendGuard GuardedBy(LoyaltyCall call, Func<CancellationToken, ValueTask<bool>> maySend) => _guard ??= new(call, maySend);

    /// <summary>
    /// Asks the send guard when the transport wants the bytes. It does so once it has a connection, and with HTTP/1.1 before it has sent
    /// the headers, so no later moment is possible.
    /// </summary>
    public void AskWhenConnected() => _asksWhenConnected = true;

    /// <summary>
    /// Releases the request for one send at a time. It can be released again only after a send that ended without reading the bytes.
    /// </summary>
    /// <param name="call">The call, which counts the send.</param>
    /// <returns>False when it may not be released, because it was sent or is being sent.</returns>
    public bool TryRelease(LoyaltyCall call)
    {
        if (Interlocked.CompareExchange(ref _releasedFor, call, null) is null)
        {
            return true;
        }

        return _send is { IsCompleted: true } ended && !Started && Interlocked.CompareExchange(ref _send, null, ended) == ended;
    }

    /// <summary>Records the send that followed a release.</summary>
    public void SentBy(Task send) => _send = send;

    /// <summary>Abandons the request: whatever has not read its bytes yet gets none.</summary>
    public void Close() => Interlocked.CompareExchange(ref _reading, Closed, Unread);

    /// <summary>Creates the content of a write from the content that its request has.</summary>
    public static async ValueTask<SendTrackingContent> OfAsync(HttpContent? content)
    {
        switch (content)
        {
            case SendTrackingContent tracking:
                return tracking;
            case null:
                return new SendTrackingContent([], contentType: null);
            default:
                // A form. Its bytes are already in memory.
                using (content)
                {
                    var bytes = await content.ReadAsByteArrayAsync().ConfigureAwait(false);
                    return new SendTrackingContent(bytes, content.Headers.ContentType?.ToString());
                }
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _guard is { } guard && _asksWhenConnected
            ? AskAndWriteAsync(guard, stream, cancellationToken)
            : WriteAsync(stream, cancellationToken);

    private async Task AskAndWriteAsync(SendGuard guard, Stream stream, CancellationToken cancellationToken)
    {
        await guard.AskAsync(cancellationToken).ConfigureAwait(false);

        // A guard may have ignored the token. Nothing has left yet, and nothing would after this.
        cancellationToken.ThrowIfCancellationRequested();
        guard.RefuseIfLate();
        await WriteAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    private Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _reading, Read, Unread) == Closed)
        {
            throw new LoyaltySendRefusedException("The call has ended, so its request is no longer sent.");
        }

        if (Volatile.Read(ref _releasedFor) is { } call)
        {
            if (_sent)
            {
                // .NET sends again what an HTTP/2 server has declared unprocessed (REFUSED_STREAM, GOAWAY). The check counted the first.
                call.CountAttempt();
            }

            _sent = true;
        }

        return stream.WriteAsync(_body, 0, _body.Length, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
