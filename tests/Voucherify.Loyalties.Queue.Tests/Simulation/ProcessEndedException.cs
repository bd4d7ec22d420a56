namespace Voucherify.Loyalties.Queue.Tests.Simulation;

/// <summary>The simulated process has ended: whatever it still does counts for nothing.</summary>
internal sealed class ProcessEndedException() : Exception("The process has ended.");
