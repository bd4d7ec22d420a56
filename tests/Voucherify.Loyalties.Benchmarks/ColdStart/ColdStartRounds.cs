using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.ColdStart;

/// <summary>The starts of all programs of one kind.</summary>
/// <param name="Milliseconds">From the start of the process to the first answer, for each client.</param>
/// <param name="Programs">The programs.</param>
internal sealed record ColdStartRounds(
    IReadOnlyDictionary<string, IReadOnlyList<double>> Milliseconds, IReadOnlyDictionary<string, ColdStartProgram> Programs)
{
    /// <summary>This package as <c>new LoyaltyClient(options)</c>.</summary>
    public const string Direct = "this package, without a container";

    private const int Rounds = 21;

    private static readonly Dictionary<string, string> Classes = new()
    {
        [BenchClients.Floor] = nameof(FloorClient),
        [BenchClients.Refit] = nameof(RefitClient),
        [BenchClients.ResilientRefit] = nameof(ResilientRefitClient),
        [BenchClients.Ours] = nameof(LoyaltyBenchClient),
        [Direct] = nameof(DirectLoyaltyClient),
    };

    public static async Task<ColdStartRounds> RunAsync(Uri address, bool native)
    {
        var programs = new Dictionary<string, ColdStartProgram>();
        foreach (var (name, client) in Classes)
        {
            programs[name] = await ColdStartProgram.BuildAsync(client, native);

            // The first start reads the files from the disk.
            await programs[name].RunAsync(address);
        }

        return new ColdStartRounds(await InterleavedRounds.RunAsync(Rounds, programs.Keys, name => programs[name].RunAsync(address)), programs);
    }
}
