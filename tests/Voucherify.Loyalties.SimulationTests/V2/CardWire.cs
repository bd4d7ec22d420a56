using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>Writes the requests and the responses into the trace of a history.</summary>
internal sealed class CardWire(Trace trace) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        trace.Add($"{request.Method} {request.RequestUri!.PathAndQuery} {body}");
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            trace.Add($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellationToken)}");
            return response;
        }
        catch (Exception error)
        {
            trace.Add(error.GetType().Name);
            throw;
        }
    }
}
