using Voucherify.Loyalties.Benchmarks.Allocations;
using Voucherify.Loyalties.Benchmarks.Work;

switch (args)
{
    case []:
        AllocationTable.Print(Console.Out);
        return 0;

    case ["types", var number] when int.TryParse(number, out var index) && index >= 0 && index < Operation.All.Count:
        AllocationTrace.Print(Console.Out, Operation.All[index]);
        return 0;

    default:
        Console.Error.WriteLine("No argument for the table of allocated bytes, or: types N, for the types of operation N (0 to 2).");
        return 2;
}
