using System.Net;
using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties.Http;

/// <summary>The handler next to the socket.</summary>
internal static class PrimaryHandler
{
    public static SocketsHttpHandler Create(VoucherifyCluster cluster) => new()
    {
        // A proxy is the way out of this machine. What stays on it would not be found by one, and its credentials are none of a proxy's business.
        UseProxy = !cluster.ApiAddress.IsLoopback,

        // A redirect would carry the credentials to another host.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = LoyaltyClientDefaults.PooledConnectionLifetime,
    };
}
