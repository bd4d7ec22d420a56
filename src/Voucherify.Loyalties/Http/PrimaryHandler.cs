using System.Net;
using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties.Http;

/// <summary>The handler next to the socket.</summary>
internal static class PrimaryHandler
{
    private const string Own = "Voucherify.Loyalties.Own";

    public static SocketsHttpHandler Create(VoucherifyCluster cluster) => new()
    {
        Properties = { [Own] = true },

        // A proxy cannot reach an address of this machine, and must not see the credentials of such requests.
        UseProxy = !cluster.ApiAddress.IsLoopback,

        // A redirect would carry the credentials to another host.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = LoyaltyClientDefaults.PooledConnectionLifetime,
    };

    /// <summary>Whether the handler was created here, and not by a user.</summary>
    public static bool IsOwn(SocketsHttpHandler handler) => handler.Properties.ContainsKey(Own);
}
