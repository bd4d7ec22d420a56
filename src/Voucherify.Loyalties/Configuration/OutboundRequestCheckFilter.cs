using Microsoft.Extensions.Http;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Configuration;

/// <summary>Puts the check of outbound requests next to the primary handler, behind every handler that users add.</summary>
internal sealed class OutboundRequestCheckFilter : IHttpMessageHandlerBuilderFilter
{
    /// <summary>Returns the name under which the HTTP pipeline of a client is registered.</summary>
    public static string HttpClientNameOf(string clientName) =>
        clientName.Length == 0 ? LoyaltyClientDefaults.HttpClientName : $"{LoyaltyClientDefaults.HttpClientName}:{clientName}";

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (IsOurs(builder.Name))
        {
            builder.AdditionalHandlers.Add(new OutboundRequestCheck());
        }
    };

    private static bool IsOurs(string? name) =>
        name is LoyaltyClientDefaults.HttpClientName
        || name?.StartsWith(LoyaltyClientDefaults.HttpClientName + ":", StringComparison.Ordinal) == true;
}
