using System.Net;
using System.Runtime.Versioning;
using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties.Http;

/// <summary>The handler next to the socket.</summary>
[UnsupportedOSPlatform("browser")]
internal static class PrimaryHandler
{
    private const string Own = "Voucherify.Loyalties.Own";

    /// <summary>The part of the idle timeout that .NET gets: it looks for idle connections only every quarter of its own.</summary>
    private const double PartForNet = 0.8;

    /// <summary>Creates the handler.</summary>
    /// <exception cref="PlatformNotSupportedException">The program runs in a browser.</exception>
    public static SocketsHttpHandler Create(LoyaltyClientOptions options)
    {
        Browser.Refuse(OperatingSystem.IsBrowser());
        return Configured(options);
    }

    /// <summary>Whether the handler was created here, and not by a user.</summary>
    public static bool IsOwn(SocketsHttpHandler handler) => handler.Properties.ContainsKey(Own);

    /// <summary>Takes the decompression over from a handler that was created here, unless a user has changed that setting.</summary>
    /// <returns>Whether responses are to be decompressed in front of the handler.</returns>
    public static bool TakesOverDecompression(HttpMessageHandler handler)
    {
        if (handler is not SocketsHttpHandler { AutomaticDecompression: DecompressionMethods.All } sockets || !IsOwn(sockets))
        {
            return false;
        }

        sockets.AutomaticDecompression = DecompressionMethods.None;
        return true;
    }

    private static SocketsHttpHandler Configured(LoyaltyClientOptions options) => new()
    {
        Properties = { [Own] = true },

        // A proxy cannot reach an address of this machine, and must not see the credentials of such requests.
        UseProxy = !options.Cluster.ApiAddress.IsLoopback,

        // A redirect would carry the credentials to another host.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = LoyaltyClientDefaults.PooledConnectionLifetime,
        PooledConnectionIdleTimeout = options.PooledConnectionIdleTimeout * PartForNet,

        // An HTTP/2 connection has about 100 streams. A call beyond them would wait for one.
        EnableMultipleHttp2Connections = true,
        MaxConnectionsPerServer = options.MaxConnectionsPerServer ?? int.MaxValue,
        ConnectCallback = ClientConnection.OpenAsync,
        PlaintextStreamFilter = static (context, _) => new(ExchangeStream.Over(context)),
    };
}
