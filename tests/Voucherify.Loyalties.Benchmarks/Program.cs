using System.Globalization;
using BenchmarkDotNet.Running;
using Voucherify.Loyalties.Benchmarks.Allocations;
using Voucherify.Loyalties.Benchmarks.Loopback;
using Voucherify.Loyalties.Benchmarks.Report;
using Voucherify.Loyalties.Benchmarks.Work;

switch (args)
{
    case []:
        MarkdownTable.Print(AllocationTable.Rows, Console.Out);
        return 0;

    case ["types", var number] when int.TryParse(number, out var index) && index >= 0 && index < Operation.All.Count:
        AllocationTrace.Print(Console.Out, Operation.All[index]);
        return 0;

    case ["compare"] or ["compare", "--no-aot"]:
        return await Comparison.RunAsync(native: args.Length == 1, Console.Out, Console.Error);

    case ["in-memory", .. var rest]:
        BenchmarkSwitcher.FromAssembly(typeof(Operation).Assembly).Run(rest is [] ? ["--filter", "*"] : rest);
        return 0;

    // What the comparison starts in processes of their own.
    case ["serve"]:
        return await Server.RunAsync();

    case ["measure", var client, var address]:
        return await MeasuredProcess.MeasureAsync(client, new Uri(address));

    case ["call", var client, var address, var calls]:
        return await MeasuredProcess.CallAsync(client, new Uri(address), int.Parse(calls, CultureInfo.InvariantCulture));

    default:
        Console.Error.WriteLine(
            """
            No argument        the allocated bytes in memory
            types N            the types of operation N (0 to 2)
            compare            bytes, processor time, latency, throughput, cold start: one table; --no-aot leaves NativeAOT out
            in-memory          BenchmarkDotNet in memory, with its own options behind it
            """);
        return 2;
}
