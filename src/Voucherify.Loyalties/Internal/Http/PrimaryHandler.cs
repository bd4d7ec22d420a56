using System.Net;

namespace Voucherify.Loyalties.Internal.Http;

/// <summary>The handler next to the socket.</summary>
internal static class PrimaryHandler
{
    public static SocketsHttpHandler Create() => new()
    {
        // A redirect would carry the credentials to another host.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = LoyaltyClientDefaults.PooledConnectionLifetime,
    };
}
