namespace Voucherify.Loyalties.Benchmarks.Measuring;

/// <summary>A short run of calls by one client.</summary>
/// <param name="CpuMicroseconds">The processor time of a call.</param>
/// <param name="CallsPerSecond">The throughput of all callers together.</param>
internal readonly record struct Turn(double CpuMicroseconds, double CallsPerSecond);
