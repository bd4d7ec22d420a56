using System.Diagnostics;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>The moments between the calls of one caller: each call took from one to the next.</summary>
internal sealed class Latencies
{
    private readonly long[] _moments = new long[200_000];
    private int _count;

    public double MedianMicroseconds
    {
        get
        {
            var moments = _moments.AsSpan(0, _count).ToArray();
            var ticks = InterleavedRounds.Median(moments.Skip(1).Zip(moments, static (end, start) => (double)(end - start)));
            return ticks * 1_000_000 / Stopwatch.Frequency;
        }
    }

    /// <summary>Notes a moment.</summary>
    /// <returns>Whether there is room for another one.</returns>
    public bool Note()
    {
        _moments[_count++] = Stopwatch.GetTimestamp();
        return _count < _moments.Length;
    }
}
