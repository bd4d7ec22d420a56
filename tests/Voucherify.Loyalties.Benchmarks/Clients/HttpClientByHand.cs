using System.Net;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>A client by hand over <see cref="HttpClient"/>.</summary>
internal sealed class HttpClientByHand(
    Uri address, Action<SocketsHttpHandler>? configure, DecompressionMethods decompression = DecompressionMethods.All) : ByHand
{
    private readonly HttpClient _http = Connection.Create(address, configure, decompression);

    public override void Dispose() => _http.Dispose();

    protected override HttpRequestMessage NewRequest(HttpMethod method, string path) => new(method, path);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
}
