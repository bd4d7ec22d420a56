using Voucherify.Loyalties.Benchmarks.Builds;
using Voucherify.Loyalties.Benchmarks.ColdStart;
using Voucherify.Loyalties.Benchmarks.InMemory;
using Voucherify.Loyalties.Benchmarks.Loopback;
using Voucherify.Loyalties.Benchmarks.Report;

switch (args)
{
    case ["bytes"]:
        MarkdownTable.Print(AllocatedBytes.Rows(), Console.Out);
        return 0;

    case ["cpu"]:
        MarkdownTable.Print(CpuTime.Rows(), Console.Out);
        return 0;

    case ["cold-start"] or ["cold-start", "--no-aot"]:
        ColdStarts.Print(native: args.Length == 1, Console.Out);
        return 0;

    case ["compare-builds", var before]:
        return BuildComparison.Print(before, Console.Out) ? 0 : 1;

    // What the program starts in processes of its own.
    case ["measure-bytes"]:
        AllocatedBytes.Print(Console.Out);
        return 0;

    case ["turns"]:
        TurnLoop.Run(Console.In, Console.Out);
        return 0;

    case ["serve"]:
        return await Server.RunAsync();

    default:
        Console.Error.WriteLine(
            """
            bytes   allocated bytes in memory
            cpu     processor time in memory
            """);
        return 2;
}
