using System.Globalization;
using Voucherify.Loyalties.Benchmarks.Allocations;
using Voucherify.Loyalties.Benchmarks.ColdStart;
using Voucherify.Loyalties.Benchmarks.Loopback;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Report;

/// <summary>Measures everything that compares the clients, and prints one table, in Markdown.</summary>
internal static class Comparison
{
    private const int CountedCalls = 100_000;

    /// <summary>Measures and prints.</summary>
    /// <param name="native">Whether NativeAOT is part of it: publishing the programs takes some minutes.</param>
    /// <param name="output">Where the table goes.</param>
    /// <param name="progress">Where it says what it is doing.</param>
    public static async Task<int> RunAsync(bool native, TextWriter output, TextWriter progress)
    {
        var rows = new List<Row>();
        var notes = new List<string>();

        progress.WriteLine("Allocated bytes in memory ...");
        rows.AddRange(AllocationTable.Rows);

        await using var server = await ServerProcess.StartAsync();
        var loopback = new LoopbackRounds(server);
        progress.WriteLine("Loopback ...");
        rows.AddRange(new LoopbackTable(await loopback.RunAsync()).Rows);
        var connections = await loopback.CountConnectionsAsync(CountedCalls);
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"- This package, {CountedCalls:n0} adjustments by {Operation.MaxCallers} callers: {connections} connections."));

        progress.WriteLine("Cold starts, JIT ...");
        var jit = new ColdStartTable(await ColdStartRounds.RunAsync(server.Address, native: false), "JIT", Target.AtMost(1.40));
        rows.Add(jit.Times);
        notes.Add(jit.WithoutContainer);
        if (native)
        {
            progress.WriteLine("Cold starts, NativeAOT ...");
            var aot = new ColdStartTable(await ColdStartRounds.RunAsync(server.Address, native: true), "NativeAOT", Target.AtMost(1.15));
            rows.AddRange([aot.Times, aot.Sizes]);
            notes.AddRange([aot.WithoutContainer, aot.Publishing]);
        }

        MarkdownTable.Print(rows, output);
        output.WriteLine();
        notes.ForEach(output.WriteLine);
        return 0;
    }
}
