using System.Net;
using System.Text;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>Stands where the socket would be: takes down the address of each request and answers with some JSON.</summary>
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
