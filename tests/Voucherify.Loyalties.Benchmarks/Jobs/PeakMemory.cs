using System.Diagnostics;

namespace Voucherify.Loyalties.Benchmarks.Jobs;

/// <summary>How much memory a piece of work takes at most, beside what was there before it.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly long _heapBefore = GC.GetTotalMemory(forceFullCollection: true);
    private readonly long _workingSetBefore = WorkingSet;
    private readonly Timer _timer;
    private long _heap;
    private long _workingSet;

    public PeakMemory() => _timer = new Timer(static state => ((PeakMemory)state!).Sample(), this, 0, 10);

    /// <summary>How much the managed heap has grown, garbage included.</summary>
    public long Heap => Interlocked.Read(ref _heap) - _heapBefore;

    /// <summary>How much the working set has grown.</summary>
    public long ResidentSet => Interlocked.Read(ref _workingSet) - _workingSetBefore;

    private static long WorkingSet
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.WorkingSet64;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        Interlocked.Exchange(ref _heap, Math.Max(_heap, GC.GetTotalMemory(forceFullCollection: false)));
        Interlocked.Exchange(ref _workingSet, Math.Max(_workingSet, WorkingSet));
    }
}
