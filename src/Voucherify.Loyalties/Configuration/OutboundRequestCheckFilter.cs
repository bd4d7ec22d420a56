using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Configuration;

/// <summary>Wraps the primary handler in the check of outbound requests, so that every handler that users add is in front of it.</summary>
[UnsupportedOSPlatform("browser")]
internal sealed class OutboundRequestCheckFilter : IHttpMessageHandlerBuilderFilter
{
    /// <summary>Returns the name under which the HTTP pipeline of a client is registered.</summary>
    public static string HttpClientNameOf(string clientName) =>
        clientName.Length == 0 ? LoyaltyClientDefaults.HttpClientName : $"{LoyaltyClientDefaults.HttpClientName}:{clientName}";

    /// <summary>
    /// Registers the filter before all others. The first filter runs last, so even what other filters add or replace is in front of the
    /// check, or behind it as the primary handler.
    /// </summary>
    public static void Register(IServiceCollection services)
    {
        if (!services.Any(static service => !service.IsKeyedService && service.ImplementationType == typeof(OutboundRequestCheckFilter)))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, OutboundRequestCheckFilter>());
        }
    }

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (IsOurs(builder.Name))
        {
            TraceContext.Limit(builder.PrimaryHandler);
            builder.PrimaryHandler = WithCheck(builder.PrimaryHandler);
        }
    };

    /// <summary>Returns the check if no other handler is in front of it; otherwise null.</summary>
    public static OutboundRequestCheck? Outermost(IHttpClientFactory factory, string httpName) =>
        factory is IHttpMessageHandlerFactory handlers
        && handlers.CreateHandler(httpName) is DelegatingHandler { InnerHandler: OutboundRequestCheck check }
            ? check
            : null;

    /// <summary>
    /// Puts the check in front of the primary handler. If a filter has wrapped the client's own one, the check goes inside the wrapper.
    /// </summary>
    private static HttpMessageHandler WithCheck(HttpMessageHandler primary)
    {
        var last = primary as DelegatingHandler;
        while (last?.InnerHandler is DelegatingHandler next)
        {
            last = next;
        }

        if (last?.InnerHandler is not SocketsHttpHandler sockets || !PrimaryHandler.IsOwn(sockets))
        {
            return Check(primary);
        }

        last.InnerHandler = Check(sockets);
        return primary;
    }

    private static OutboundRequestCheck Check(HttpMessageHandler handler) => new()
    {
        InnerHandler = handler,
        Decompresses = PrimaryHandler.TakesOverDecompression(handler),
    };

    private static bool IsOurs(string? name) =>
        name is LoyaltyClientDefaults.HttpClientName
        || name?.StartsWith(LoyaltyClientDefaults.HttpClientName + ":", StringComparison.Ordinal) == true;
}
