namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>The endpoints of the server.</summary>
/// <param name="Http">The address without TLS.</param>
/// <param name="Https">The address with TLS.</param>
/// <param name="Certificate">The self-signed certificate, created when the server started.</param>
internal sealed record Endpoints(Uri Http, Uri Https, byte[] Certificate)
{
    /// <summary>Makes a handler trust this certificate and no other.</summary>
    public void Trust(SocketsHttpHandler handler) => handler.SslOptions.RemoteCertificateValidationCallback =
        (_, certificate, _, _) => certificate?.GetRawCertData().AsSpan().SequenceEqual(Certificate) == true;
}
