using System.Globalization;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.ColdStart;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Report;

/// <summary>The rows of the cold starts, and what does not fit into them.</summary>
internal sealed class ColdStartTable(ColdStartRounds starts, string kind, Target target)
{
    private const double MaxMegabytes = 9.5;

    /// <summary>The row of the times.</summary>
    public Row Times => new($"cold start {kind}: ms", [.. BenchClients.All.Keys.Select(Median)], "n1", target);

    /// <summary>The row of the sizes of the native programs.</summary>
    public Row Sizes => new($"{kind} program: MB", [.. BenchClients.All.Keys.Select(client => starts.Programs[client].Megabytes)], "n1");

    /// <summary>This package without a container.</summary>
    public string WithoutContainer
    {
        get
        {
            var milliseconds = Median(ColdStartRounds.Direct);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"- `new LoyaltyClient(options)`, cold start {kind}: {milliseconds:n1} ms ({milliseconds / Median(BenchClients.Floor):f2}).");
        }
    }

    /// <summary>The size and the warnings of this package.</summary>
    public string Publishing
    {
        get
        {
            var megabytes = starts.Programs[ColdStartRounds.Direct].Megabytes;
            var warnings = starts.Programs[ColdStartRounds.Direct].Warnings + starts.Programs[BenchClients.Ours].Warnings;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"- `new LoyaltyClient(options)`, {kind} program: {megabytes:n2} MB (at most {MaxMegabytes:n1}: {(megabytes <= MaxMegabytes ? "met" : "missed")}); {warnings} trimming and AOT warnings, with a container or without.");
        }
    }

    private double Median(string client) => InterleavedRounds.Median(starts.Milliseconds[client]);
}
