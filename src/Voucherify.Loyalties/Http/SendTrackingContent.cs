using System.Net;

namespace Voucherify.Loyalties.Http;

/// <summary>
/// The body of a request, which knows whether the transport ever asked for it: as long as it did not, nothing was sent.
/// Requests that change something get one even without a body, for a second reason: on a reused connection that breaks,
/// .NET's connection pool re-sends a POST or DELETE by itself, unless it has a content.
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

    /// <summary>Makes the content.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="contentType">What it is; null for a body without bytes.</param>
    public SendTrackingContent(byte[] body, string? contentType)
    {
        _body = body;
        if (contentType is not null)
        {
            // The text as it is sent: the typed header would be parsed for each request, only to be written again.
            Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
    }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Body => _body;

    /// <summary>
    /// Whether bytes of the request may have left: it was released, and somebody has asked for the bytes. Who asked before, such as a handler that
    /// logs bodies, made .NET keep them, and the transport would not ask again: then the release alone counts.
    /// </summary>
    public bool Started => Volatile.Read(ref _released) == 1 && Volatile.Read(ref _reading) == Read;

    /// <summary>Lets the request pass, once at a time: again only after a send that has ended without asking for the bytes.</summary>
    /// <returns>False when it may not pass, because it was sent or is being sent.</returns>
    public bool TryRelease()
    {
        if (Interlocked.CompareExchange(ref _released, 1, 0) == 0)
        {
            return true;
        }

        return _send is { IsCompleted: true } ended && !Started && Interlocked.CompareExchange(ref _send, null, ended) == ended;
    }

    /// <summary>Takes note of the send that a release has led to.</summary>
    public void SentBy(Task send) => _send = send;

    /// <summary>Gives the request up: who has not asked for its bytes yet gets none.</summary>
    public void Close() => Interlocked.CompareExchange(ref _reading, Closed, Unread);

    /// <summary>Makes the content of a request that changes something from the one that it has.</summary>
    public static async ValueTask<SendTrackingContent> OfAsync(HttpContent? content)
    {
        switch (content)
        {
            case SendTrackingContent tracking:
                return tracking;
            case null:
                return new SendTrackingContent([], contentType: null);
            default:
                // A form. Its bytes are in memory already.
                using (content)
                {
                    return new SendTrackingContent(await content.ReadAsByteArrayAsync().ConfigureAwait(false), content.Headers.ContentType?.ToString());
                }
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _reading, Read, Unread) == Closed)
        {
            throw new LoyaltySendRefusedException("The call has ended: its request is not sent any more.");
        }

        return stream.WriteAsync(_body, 0, _body.Length, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
