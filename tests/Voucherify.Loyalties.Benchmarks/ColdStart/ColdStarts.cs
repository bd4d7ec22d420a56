using Voucherify.Loyalties.Benchmarks.Loopback;
using Voucherify.Loyalties.Benchmarks.Report;

namespace Voucherify.Loyalties.Benchmarks.ColdStart;

/// <summary>The cold starts with JIT and, unless left out, with NativeAOT.</summary>
internal static class ColdStarts
{
    public static void Print(bool native, TextWriter output)
    {
        using var server = new ServerProcess();
        var jit = ColdStartRounds.Run(server.Endpoints.Http, native: false);
        List<Row> rows = [jit.Times with { Target = Target.AtMost(1.40) }];
        List<string> notes = [jit.WithoutContainer];
        if (native)
        {
            var aot = ColdStartRounds.Run(server.Endpoints.Http, native: true);
            rows.AddRange([aot.Times with { Target = Target.AtMost(1.15) }, aot.Sizes]);
            notes.AddRange([aot.WithoutContainer, aot.Publishing]);
        }

        MarkdownTable.Print(rows, output);
        output.WriteLine();
        notes.ForEach(output.WriteLine);
    }
}
