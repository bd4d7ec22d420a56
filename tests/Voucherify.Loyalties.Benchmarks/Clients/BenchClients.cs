using System.Net;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The clients under comparison.</summary>
internal static class BenchClients
{
    public const string Invoker = "HttpMessageInvoker by hand";

    /// <summary>The floor: it does not ask for compressed responses, as this package does not for an adjustment.</summary>
    public const string Floor = "HttpClient by hand";

    /// <summary>The same client, which asks for compressed responses.</summary>
    public const string Decompressing = "HttpClient by hand, decompression";

    public const string Refit = "Refit";

    public const string ResilientRefit = "Refit + Http.Resilience";

    public const string Ours = "this package";

    /// <summary>The clients in the order of the tables: the floors, the peers, this package.</summary>
    public static IReadOnlyDictionary<string, Func<Uri, Action<SocketsHttpHandler>?, IBenchClient>> All { get; } =
        new Dictionary<string, Func<Uri, Action<SocketsHttpHandler>?, IBenchClient>>
        {
            [Invoker] = static (address, configure) => new InvokerByHand(address, configure),
            [Floor] = static (address, configure) => new HttpClientByHand(address, configure, DecompressionMethods.None),
            [Decompressing] = static (address, configure) => new HttpClientByHand(address, configure),
            [Refit] = static (address, configure) => new RefitClient(address, configure),
            [ResilientRefit] = static (address, configure) => new ResilientRefitClient(address, configure),
            ["Flurl.Http"] = static (address, configure) => new FlurlBenchClient(address, configure),
            ["RestSharp"] = static (address, configure) => new RestSharpClient(address, configure),
            [Ours] = static (address, configure) => new LoyaltyBenchClient(address, configure),
        };

    /// <summary>The clients that can do the work of version 2.</summary>
    public static IReadOnlyList<string> OfV2 { get; } = [Invoker, Floor, Decompressing, Ours];

    /// <summary>All clients but the floor.</summary>
    public static IEnumerable<string> Compared => All.Keys.Where(static name => name != Floor);
}
