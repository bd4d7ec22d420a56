using System.Net;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The headers, the handler and the timeout that all clients share, so that they differ in nothing else.</summary>
internal static class Connection
{
    public const string AppId = "benchmark-app-id";

    public const string AppToken = "benchmark-app-token";

    /// <summary>How long an attempt may take. Every client that has timeouts has this one.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>The headers of each request.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Headers { get; } =
    [
        new("X-App-Id", AppId),
        new("X-App-Token", AppToken),
        new("X-Voucherify-API-Version", "v2018-08-01"),
        new("User-Agent", "Benchmarks/1.0"),
    ];

    /// <summary>Creates a client with the shared handler.</summary>
    /// <param name="address">The address of the service.</param>
    /// <param name="configure">Directs the handler to the rig or the server; null for a plain connection.</param>
    /// <param name="decompression">The compressions that the client asks for.</param>
    public static HttpClient Create(
        Uri address, Action<SocketsHttpHandler>? configure, DecompressionMethods decompression = DecompressionMethods.All)
    {
        var http = new HttpClient(CreateHandler(configure, decompression));
        Configure(http, address);
        return http;
    }

    /// <summary>Sets the address, the headers and no timeout: each client limits its attempts by itself.</summary>
    public static void Configure(HttpClient http, Uri address)
    {
        http.BaseAddress = address;
        http.Timeout = System.Threading.Timeout.InfiniteTimeSpan;
        foreach (var (name, value) in Headers)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }
    }

    /// <summary>Creates a handler with the settings of this package.</summary>
    public static SocketsHttpHandler CreateHandler(
        Action<SocketsHttpHandler>? configure, DecompressionMethods decompression = DecompressionMethods.All)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = decompression,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
            UseProxy = false,
        };
        configure?.Invoke(handler);
        return handler;
    }
}
