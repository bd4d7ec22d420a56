using Voucherify.Loyalties.Benchmarks.Loopback;
using Voucherify.Loyalties.Benchmarks.Report;

namespace Voucherify.Loyalties.Benchmarks.ColdStart;

/// <summary>The cold starts with JIT, with ReadyToRun and, unless left out, with NativeAOT.</summary>
internal static class ColdStarts
{
    /// <summary>Measures the rows of the table.</summary>
    /// <param name="native">Whether NativeAOT is part of it: publishing takes some minutes.</param>
    /// <param name="notes">Receives what does not fit into the table.</param>
    public static IEnumerable<Row> Rows(bool native, List<string> notes)
    {
        using var server = new ServerProcess();
        var jit = ColdStartRounds.Run(server.Endpoints.Http, ColdStartKind.Jit);
        notes.Add(jit.WithoutContainer);
        yield return jit.Times with { Target = Target.AtMost(1.40) };
        var ready = ColdStartRounds.Run(server.Endpoints.Http, ColdStartKind.ReadyToRun);
        notes.Add(ready.WithoutContainer);
        yield return ready.Times;
        if (native)
        {
            var aot = ColdStartRounds.Run(server.Endpoints.Http, ColdStartKind.Aot);
            notes.AddRange([aot.WithoutContainer, aot.Publishing]);
            yield return aot.Times with { Target = Target.AtMost(1.15) };
            yield return aot.Sizes;
        }
    }
}
