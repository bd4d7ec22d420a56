using System.Text;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>Changes responses so that the client loses a safeguard.</summary>
internal sealed class JourneyDisguise(JourneySafeguard off) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isList = request.Method == HttpMethod.Get;
        var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return response;
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        response.Content = new StringContent(Change(text, isList), Encoding.UTF8, "application/json");
        return response;
    }

    private string Change(string text, bool isList) => off switch
    {
        JourneySafeguard.Key when isList => text.Replace("\"order_id\":\"ord_", "\"order_id\":\"ord_other", StringComparison.Ordinal)
            .Replace("\"reward_id\":\"lrew_", "\"reward_id\":\"lrew_other", StringComparison.Ordinal),
        JourneySafeguard.Pending => text.Replace("\"PENDING\"", "\"APPROVED\"", StringComparison.Ordinal)
            .Replace("\"PROCESSING\"", "\"APPROVED\"", StringComparison.Ordinal),
        JourneySafeguard.Refunded => text.Replace("\"REFUNDED\"", "\"APPROVED\"", StringComparison.Ordinal),
        _ => text,
    };
}
