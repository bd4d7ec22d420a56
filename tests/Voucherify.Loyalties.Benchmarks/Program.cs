using Voucherify.Loyalties.Benchmarks.Allocations;

AllocationTable.Print(Console.Out);
