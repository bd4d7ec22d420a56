using System.Globalization;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Measuring;
using Voucherify.Loyalties.Benchmarks.Report;

namespace Voucherify.Loyalties.Benchmarks.ColdStart;

/// <summary>The starts of programs that each have one client, in turns.</summary>
internal sealed class ColdStartRounds
{
    private const string Direct = "this package, without a container";

    private const int JitRounds = 21;

    /// <summary>A native program starts in milliseconds, so other load on the machine matters more.</summary>
    private const int NativeRounds = 61;

    private const double MaxMegabytes = 9.5;

    private static readonly Dictionary<string, string> Classes = new()
    {
        [BenchClients.Floor] = nameof(HttpClientByHand),
        [BenchClients.Refit] = nameof(RefitClient),
        [BenchClients.ResilientRefit] = nameof(ResilientRefitClient),
        [BenchClients.Ours] = nameof(LoyaltyBenchClient),
        [Direct] = nameof(DirectLoyaltyClient),
    };

    private readonly string _kind;
    private readonly Dictionary<string, ColdStartProgram> _programs;
    private readonly Dictionary<string, List<double>> _milliseconds;

    private ColdStartRounds(ColdStartKind kind)
    {
        _kind = kind switch
        {
            ColdStartKind.Aot => "NativeAOT",
            ColdStartKind.ReadyToRun => "ReadyToRun",
            _ => "JIT",
        };
        _programs = Classes.ToDictionary(static client => client.Key, client => ColdStartProgram.Build(client.Value, kind));
        _milliseconds = Classes.ToDictionary(static client => client.Key, static _ => new List<double>());
    }

    /// <summary>The row of the times.</summary>
    public Row Times => Row.Of($"cold start {_kind}: ms", Classes.Keys.ToDictionary(static client => client, Median), "n1");

    /// <summary>The row of the sizes of the native programs.</summary>
    public Row Sizes =>
        Row.Of($"{_kind} program: MB", Classes.Keys.ToDictionary(static client => client, client => _programs[client].Megabytes), "n1");

    /// <summary>This package without a container.</summary>
    public string WithoutContainer => string.Create(
        CultureInfo.InvariantCulture,
        $"- `new LoyaltyClient(options)`, cold start {_kind}: {Median(Direct):n1} ms ({Median(Direct) / Median(BenchClients.Floor):f2}).");

    /// <summary>The size and the warnings of this package.</summary>
    public string Publishing
    {
        get
        {
            var megabytes = _programs[Direct].Megabytes;
            var warnings = _programs[Direct].Warnings + _programs[BenchClients.Ours].Warnings;
            var verdict = megabytes <= MaxMegabytes ? "met" : "missed";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"- `new LoyaltyClient(options)`, {_kind} program: {megabytes:n2} MB (at most {MaxMegabytes:n1}: {verdict}); "
                + $"{warnings} trimming and AOT warnings, with a container or without.");
        }
    }

    /// <summary>Builds the programs and starts each of them in turn.</summary>
    public static ColdStartRounds Run(Uri address, ColdStartKind kind)
    {
        var rounds = new ColdStartRounds(kind);

        // The first start reads the files from the disk.
        rounds.RunOnce(address, round: 0);
        rounds._milliseconds.Values.ToList().ForEach(static times => times.Clear());
        for (var round = 0; round < (kind == ColdStartKind.Aot ? NativeRounds : JitRounds); round++)
        {
            rounds.RunOnce(address, round);
        }

        return rounds;
    }

    private double Median(string client) => Statistics.Median(_milliseconds[client]);

    private void RunOnce(Uri address, int round)
    {
        // Each round begins with another program: the first one may find the machine in a different state.
        var clients = _programs.Keys.ToList();
        for (var i = 0; i < clients.Count; i++)
        {
            var client = clients[(round + i) % clients.Count];
            _milliseconds[client].Add(_programs[client].Run(address));
        }
    }
}
