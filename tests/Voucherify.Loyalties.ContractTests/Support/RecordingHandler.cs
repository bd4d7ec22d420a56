using System.Net;
using System.Text;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>Takes the place of the socket: records the address of each request and responds with some JSON.</summary>
internal sealed class RecordingHandler(string json) : HttpMessageHandler
{
    private readonly List<Uri> _addresses = [];

    public IReadOnlyList<Uri> Addresses => _addresses;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _addresses.Add(request.RequestUri!);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        });
    }
}
