using System.Net;
using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties.Http;

/// <summary>The handler next to the socket.</summary>
internal static class PrimaryHandler
{
    public static SocketsHttpHandler Create(VoucherifyCluster cluster) => new()
    {
        // A proxy cannot reach an address of this machine, and must not see the credentials of such requests.
        UseProxy = !cluster.ApiAddress.IsLoopback,

        // A redirect would carry the credentials to another host.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = LoyaltyClientDefaults.PooledConnectionLifetime,
    };
}
