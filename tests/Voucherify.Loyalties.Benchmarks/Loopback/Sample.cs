namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>What one process measured of one operation.</summary>
/// <param name="Operation">The name of the operation.</param>
/// <param name="Callers">How many called at the same time.</param>
/// <param name="BytesPerCall">The allocated bytes of the whole process.</param>
/// <param name="CpuMicrosecondsPerCall">The processor time of the whole process, its garbage collection included.</param>
/// <param name="CallsPerSecond">The calls of all callers together.</param>
/// <param name="LatencyMicroseconds">The median of the calls; only with one caller.</param>
internal sealed record Sample(
    string Operation, int Callers, double BytesPerCall, double CpuMicrosecondsPerCall, double CallsPerSecond, double? LatencyMicroseconds);
