using Voucherify.Loyalties.Benchmarks.Builds;
using Voucherify.Loyalties.Benchmarks.ColdStart;
using Voucherify.Loyalties.Benchmarks.InMemory;
using Voucherify.Loyalties.Benchmarks.Jobs;
using Voucherify.Loyalties.Benchmarks.Loopback;
using Voucherify.Loyalties.Benchmarks.Queue;
using Voucherify.Loyalties.Benchmarks.Report;
using Voucherify.Loyalties.Benchmarks.Work;

const string Usage =
    """
    table                     everything below as one table, which takes some twenty minutes
    bytes                     allocated bytes in memory, exact, in ten seconds
    cpu                       processor time in memory
    loopback                  processor time and throughput against a server in another process, with TLS and without
    cold-start                time to the first response, and size, of programs with one client each
                              table and cold-start --no-aot leave NativeAOT out
    job-memory LINES          memory of submitting and verifying a job of so many lines, in a SQLite file
    queue                     joining the queue of a card with 1,000 and with 20,000 calls waiting
    compare-builds FOLDER     this package beside another build: FOLDER has that build of this program, or is its repository
    types N                   the types that the bytes of operation N (0 to 4) consist of
    """;

var native = args is not [_, "--no-aot"];
var notes = new List<string>();
switch (args)
{
    case ["table"] or ["table", "--no-aot"]:
        notes.AddRange(AllocatedBytes.Requests());
        return Print(AllocatedBytes.Rows().Concat(Cpu()).Concat(Loopback()).Concat(ColdStarts.Rows(native, notes)));

    case ["bytes"]:
        notes.AddRange(AllocatedBytes.Requests());
        return Print(AllocatedBytes.Rows());

    case ["cpu"]:
        return Print(Cpu());

    case ["loopback"]:
        return Print(Loopback());

    case ["cold-start"] or ["cold-start", "--no-aot"]:
        return Print(ColdStarts.Rows(native, notes));

    case ["job-memory", var lines] when int.TryParse(lines, out var count) && count > 0:
        return await JobMemory.PrintAsync(count, Console.Out) ? 0 : 1;

    case ["queue"]:
        return await QueueGrowth.PrintAsync(Console.Out) ? 0 : 1;

    case ["compare-builds", var before]:
        return BuildComparison.Print(before, Console.Out) ? 0 : 1;

    case ["types", var number] when int.TryParse(number, out var index) && index >= 0 && index < Operation.InMemory.Count:
        AllocationTrace.Print(Operation.InMemory[index], Console.Out);
        return 0;

    // The program starts these modes itself, in separate processes.
    case ["measure-bytes"]:
        AllocatedBytes.Print(Console.Out);
        return 0;

    case ["measure-cpu"]:
        RatioRow.Print(CpuTime.Measure(), Console.Out);
        return 0;

    case ["measure-loopback"]:
        RatioRow.Print(LoopbackTurns.Measure(), Console.Out);
        return 0;

    case ["turns"]:
        TurnLoop.Run(Console.In, Console.Out);
        return 0;

    case ["serve"]:
        return await Server.RunAsync();

    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static IEnumerable<Row> Cpu() => RatioRow.Measure(processes: 5, "measure-cpu");

static IEnumerable<Row> Loopback() => RatioRow.Measure(processes: 3, "measure-loopback");

int Print(IEnumerable<Row> rows)
{
    MarkdownTable.Print(args, rows, notes, Console.Out);
    return 0;
}
