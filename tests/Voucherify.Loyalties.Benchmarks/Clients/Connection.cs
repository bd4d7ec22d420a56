namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>What all clients send with every request, and over.</summary>
internal static class Connection
{
    public const string AppId = "benchmark-app-id";

    public const string AppToken = "benchmark-app-token";

    /// <summary>How long an attempt may take; every client that has timeouts has this one.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public static HttpClient Create(Uri address, HttpMessageHandler? handler)
    {
        var http = new HttpClient(handler ?? Primary(), disposeHandler: handler is null)
        {
            BaseAddress = address,
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        AddHeaders(http);
        return http;
    }

    public static void AddHeaders(HttpClient http)
    {
        http.DefaultRequestHeaders.Add("X-App-Id", AppId);
        http.DefaultRequestHeaders.Add("X-App-Token", AppToken);
        http.DefaultRequestHeaders.Add("X-Voucherify-API-Version", "v2018-08-01");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Benchmarks/1.0");
    }

    public static HttpMessageHandler Primary() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseProxy = false };
}
