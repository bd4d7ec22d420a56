using System.Net;

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
    private int _released;
    private int _reading;
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
    public bool Started => Volatile.Read(ref _released) == 1 && Volatile.Read(ref _reading) == Read;

    /// <summary>
    /// Releases the request for one send at a time. It can be released again only after a send that ended without reading the bytes.
    /// </summary>
    /// <returns>False when it may not be released, because it was sent or is being sent.</returns>
    public bool TryRelease()
    {
        if (Interlocked.CompareExchange(ref _released, 1, 0) == 0)
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

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _reading, Read, Unread) == Closed)
        {
            throw new LoyaltySendRefusedException("The call has ended, so its request is no longer sent.");
        }

        return stream.WriteAsync(_body, 0, _body.Length, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
