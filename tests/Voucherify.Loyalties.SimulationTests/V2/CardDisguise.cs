using System.Text;
using System.Text.RegularExpressions;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>Changes responses so that the client loses a safeguard.</summary>
internal sealed partial class CardDisguise(CardSafeguard off) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode || off is not (CardSafeguard.Marker or CardSafeguard.Pending))
        {
            return response;
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var changed = off == CardSafeguard.Marker
            ? Marker().Replace(text, "[#other]")
            : text.Replace("\"PENDING\"", "\"APPROVED\"", StringComparison.Ordinal)
                .Replace("\"PROCESSING\"", "\"APPROVED\"", StringComparison.Ordinal);
        response.Content = new StringContent(changed, Encoding.UTF8, "application/json");
        return response;
    }

    [GeneratedRegex(@"\[#[^\]]*\]")]
    private static partial Regex Marker();
}
