using System.Runtime.InteropServices;

namespace Voucherify.Loyalties.Benchmarks.Measuring;

/// <summary>Processor time to the nanosecond, on Linux. .NET's own figures are for the whole process and coarser.</summary>
internal static class CpuClock
{
    private const int ProcessClock = 2;

    private const int ThreadClock = 3;

    /// <summary>The processor time of the calling thread, in nanoseconds.</summary>
    public static long Thread => Read(ThreadClock);

    /// <summary>The processor time of all threads of the process, in nanoseconds.</summary>
    public static long Process => Read(ProcessClock);

    private static long Read(int clock) => GetTime(clock, out var time) == 0
        ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
        : throw new PlatformNotSupportedException("The processor time needs clock_gettime of Linux.");

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
