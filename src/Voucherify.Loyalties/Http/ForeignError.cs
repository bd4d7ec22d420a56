using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Http;

/// <summary>Creates the result of a response that does not look as if the service had written it.</summary>
internal static class ForeignError
{
    /// <summary>Whether the response names a content type, and it is not JSON: the page of a proxy or another host.</summary>
    public static bool IsNoJson(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is { } type && !type.EndsWith("json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Creates the result.</summary>
    public static AttemptResult Result(AttemptKind kind, LoyaltyCall call, HttpResponseMessage response, Exception? cause = null)
    {
        var type = response.Content.Headers.ContentType?.MediaType ?? "no content type";
        var error = new LoyaltyResponseException(
            response.StatusCode,
            $"{call.BaseAddress.Host} responded with {(int)response.StatusCode} ({type}), and this does not look like Voucherify's answer:"
                + " check the cluster, the proxy, the firewall.",
            cause)
        {
            IsForeign = true,
        };
        return new AttemptResult(kind, error);
    }
}
