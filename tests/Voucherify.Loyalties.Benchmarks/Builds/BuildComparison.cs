using System.Globalization;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.InMemory;
using Voucherify.Loyalties.Benchmarks.Measuring;
using Voucherify.Loyalties.Benchmarks.Report;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Builds;

/// <summary>Compares this build of the package with another one, in memory. The builds take turns, each in its own process.</summary>
internal static class BuildComparison
{
    private const int Pairs = 60;

    /// <summary>Each round starts a new pair of processes, since memory layout differs from process to process.</summary>
    private const int Rounds = 5;

    private static readonly Target Bytes = Target.AtMost(1.02);

    private static readonly Target Cpu = Target.AtMost(1.10);

    /// <summary>Prints the comparison.</summary>
    /// <param name="before">The folder of the other build, or the repository in which it was built for Release.</param>
    /// <param name="output">Where the table goes.</param>
    /// <returns>Whether all targets are met.</returns>
    public static bool Print(string before, TextWriter output)
    {
        var path = Find(before);
        output.WriteLine("| in memory | before | now | ratio | spread | target |");
        output.WriteLine("|---|---:|---:|---:|---:|---|");
        var met = PrintBytes(path, output);
        return PrintCpu(path, output) && met;
    }

    private static bool PrintBytes(string path, TextWriter output)
    {
        var (before, now) = (AllocatedBytes.Ask(path), AllocatedBytes.Ask(ThisProgram.Path));
        var met = true;
        foreach (var operation in Operation.All)
        {
            var (old, current) = (before[operation.Name][BenchClients.Ours], now[operation.Name][BenchClients.Ours]);
            var spread = Math.Max(old[^1] - old[0], current[^1] - current[0]) / old[0];
            Print(output, $"{operation.Name}: allocated bytes", new Ratio(current[0] / old[0], old[0], spread), "n0", Bytes);
            met &= Bytes.IsMet(current[0] / old[0]);
        }

        return met;
    }

    private static bool PrintCpu(string path, TextWriter output)
    {
        string[] clients = [BenchClients.Ours, BenchClients.Floor];
        var work = Operation.All.SelectMany(_ => clients, static (operation, client) => (operation, client)).ToList();
        var rounds = Enumerable.Range(0, Rounds).Select(_ => RunRound(path, work)).ToList();
        var met = true;
        foreach (var (operation, client) in work)
        {
            var ratio = Ratio.Combine(rounds.Select(round => round[(operation, client)]));
            var target = client == BenchClients.Ours ? Cpu : null;
            var name = target is null ? $"{operation.Name}, {client} (control)" : operation.Name;
            Print(output, $"{name}: CPU µs", ratio, "n2", target);
            met &= target?.IsMet(ratio.Value) != false;
        }

        return met;
    }

    private static Dictionary<(Operation, string), Ratio> RunRound(string path, IEnumerable<(Operation, string)> work)
    {
        using var before = new BuildProcess(path);
        using var now = new BuildProcess(ThisProgram.Path);
        before.WaitUntilReady();
        now.WaitUntilReady();
        return work.ToDictionary(
            static work => work,
            work => PairedTurns.Run(Pairs, () => before.Take(work.Item1, work.Item2), () => now.Take(work.Item1, work.Item2)).Cpu);
    }

    private static void Print(TextWriter output, string name, Ratio ratio, string format, Target? target)
    {
        var before = ratio.Floor.ToString(format, CultureInfo.InvariantCulture);
        var now = (ratio.Floor * ratio.Value).ToString(format, CultureInfo.InvariantCulture);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {before} | {now} | {ratio.Value:f3} | {ratio.Spread:p1} | {target?.Judge(ratio.Value)} |"));
    }

    private static string Find(string folder)
    {
        const string Program = "Voucherify.Loyalties.Benchmarks";
        string[] places = [folder, Path.Combine(folder, "tests", Program, "bin", "Release", "net10.0")];
        return places.Select(static place => Path.Combine(place, $"{Program}.dll")).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"There is no {Program}.dll in {folder}, nor a Release build below it.");
    }
}
