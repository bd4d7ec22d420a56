using System.Net;

namespace Voucherify.Loyalties.Internal.Http;

/// <summary>
/// The body of a request, which knows whether the transport ever asked for it: as long as it did not, nothing was sent.
/// Requests that change something get one even without a body, for a second reason: on a reused connection that breaks,
/// .NET's connection pool re-sends a POST or DELETE by itself, unless it has a content.
/// </summary>
internal sealed class SendTrackingContent : HttpContent
{
    public SendTrackingContent(HttpContent? inner)
    {
        Inner = inner;
        if (inner is not null)
        {
            foreach (var (name, values) in inner.Headers.NonValidated)
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }
    }

    /// <summary>The body itself; null for a request without one.</summary>
    public HttpContent? Inner { get; }

    /// <summary>Whether bytes of the request may have left.</summary>
    public bool Started { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Started = true;
        return Inner?.CopyToAsync(stream, context, cancellationToken) ?? Task.CompletedTask;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = Inner is null ? 0 : Inner.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Inner?.Dispose();
        }

        base.Dispose(disposing);
    }
}
