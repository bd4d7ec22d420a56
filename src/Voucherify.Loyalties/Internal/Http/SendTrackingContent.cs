using System.Net;

namespace Voucherify.Loyalties.Internal.Http;

/// <summary>
/// The body of a request, which knows whether the transport ever asked for it: as long as it did not, nothing was sent.
/// Requests that change something get one even without a body, for a second reason: on a reused connection that breaks,
/// .NET's connection pool re-sends a POST or DELETE by itself, unless it has a content.
/// </summary>
internal sealed class SendTrackingContent : HttpContent
{
    private readonly byte[] _body;
    private bool _released;
    private bool _read;

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
    public bool Started => _released && _read;

    /// <summary>Called by the send guard when it lets the request pass.</summary>
    public void Release() => _released = true;

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
        _read = true;
        return stream.WriteAsync(_body, 0, _body.Length, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
