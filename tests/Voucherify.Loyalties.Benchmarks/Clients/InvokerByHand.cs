using System.Net;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>A client by hand over <see cref="HttpMessageInvoker"/>: the least that .NET can send with.</summary>
internal sealed class InvokerByHand(Uri address, Action<SocketsHttpHandler>? configure) : ByHand
{
    private readonly HttpMessageInvoker _invoker = new(Connection.CreateHandler(configure, DecompressionMethods.None));
    private readonly string _origin = address.GetLeftPart(UriPartial.Authority);

    public override void Dispose() => _invoker.Dispose();

    protected override HttpRequestMessage NewRequest(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(_origin + path));
        foreach (var (name, value) in Connection.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _invoker.SendAsync(request, cancellationToken);
}
