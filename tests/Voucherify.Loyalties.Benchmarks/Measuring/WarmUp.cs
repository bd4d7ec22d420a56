using System.Diagnostics;
using System.Runtime;

namespace Voucherify.Loyalties.Benchmarks.Measuring;

/// <summary>
/// The runtime compiles what is called often again, in the background. That takes longer on a busy machine, so no fixed time would do:
/// the warm-up ends when hardly any method is compiled.
/// </summary>
internal static class WarmUp
{
    /// <summary>The runtime compiles in stages with pauses between them, so one quiet moment may be a pause.</summary>
    private const int QuietMoments = 3;

    private const int MaxMoments = 120;

    /// <summary>Fewer methods than this in a moment are stragglers.</summary>
    private const int Stragglers = 10;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(400);

    /// <summary>Repeats a round of calls.</summary>
    public static void Run(Action round)
    {
        var quiet = 0;
        for (var moments = 0; quiet < QuietMoments && moments < MaxMoments; moments++)
        {
            var before = JitInfo.GetCompiledMethodCount();
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < Moment)
            {
                round();
            }

            quiet = JitInfo.GetCompiledMethodCount() - before < Stragglers ? quiet + 1 : 0;
        }
    }
}
