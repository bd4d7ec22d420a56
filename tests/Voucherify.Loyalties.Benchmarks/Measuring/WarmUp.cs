using System.Runtime;

namespace Voucherify.Loyalties.Benchmarks.Measuring;

/// <summary>
/// Calls until the runtime has stopped compiling. It compiles a method again, in the background, when the method is called often. That
/// takes longer on a busy machine, so no fixed time would do.
/// </summary>
internal static class WarmUp
{
    /// <summary>The runtime compiles in stages, so a single quiet moment may be a pause between two of them.</summary>
    private const int QuietMoments = 3;

    private const int MaxMoments = 120;

    /// <summary>Fewer methods than this in a moment are stragglers.</summary>
    private const int Stragglers = 10;

    /// <summary>The length of a moment in nanoseconds of processor time. In elapsed time, little would happen on a busy machine.</summary>
    private const long Moment = 400_000_000;

    /// <summary>Repeats a round of calls.</summary>
    public static void Run(Action round)
    {
        var quiet = 0;
        for (var moments = 0; quiet < QuietMoments && moments < MaxMoments; moments++)
        {
            var before = JitInfo.GetCompiledMethodCount();
            var end = CpuClock.Process + Moment;
            while (CpuClock.Process < end)
            {
                round();
            }

            quiet = JitInfo.GetCompiledMethodCount() - before < Stragglers ? quiet + 1 : 0;
        }
    }
}
