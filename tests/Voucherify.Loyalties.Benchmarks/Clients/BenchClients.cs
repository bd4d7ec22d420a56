namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The clients under comparison. The first is the floor that the others are measured against.</summary>
internal static class BenchClients
{
    public const string Floor = "hand-written";

    public const string Refit = "Refit";

    public const string ResilientRefit = "Refit + Http.Resilience";

    public const string Ours = "this package";

    public static IReadOnlyDictionary<string, Func<Uri, HttpMessageHandler?, IBenchClient>> All { get; } =
        new Dictionary<string, Func<Uri, HttpMessageHandler?, IBenchClient>>
        {
            [Floor] = static (address, handler) => new FloorClient(address, handler),
            [Refit] = static (address, handler) => new RefitClient(address, handler),
            [ResilientRefit] = static (address, handler) => new ResilientRefitClient(address, handler),
            [Ours] = static (address, handler) => new LoyaltyBenchClient(address, handler),
        };
}
