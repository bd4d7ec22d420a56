namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>Where the server listens.</summary>
/// <param name="Http">The address without TLS.</param>
/// <param name="Https">The address with TLS.</param>
/// <param name="Certificate">The certificate that it has made for itself.</param>
internal sealed record Endpoints(Uri Http, Uri Https, byte[] Certificate)
{
    /// <summary>Makes a handler trust this certificate and no other.</summary>
    public void Trust(SocketsHttpHandler handler) => handler.SslOptions.RemoteCertificateValidationCallback =
        (_, certificate, _, _) => certificate?.GetRawCertData().AsSpan().SequenceEqual(Certificate) == true;
}
