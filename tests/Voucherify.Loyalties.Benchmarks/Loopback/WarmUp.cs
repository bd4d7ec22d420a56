using System.Runtime;

namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>
/// The runtime compiles what is called often a second time, in the background. That takes longer on a busy machine, so no fixed time
/// would do: the warm-up is over when hardly anything is compiled any more.
/// </summary>
internal static class WarmUp
{
    /// <summary>The runtime compiles in stages, with pauses between them: one quiet turn may be a pause.</summary>
    private const int QuietTurns = 3;

    private const int MostTurns = 40;

    /// <summary>Fewer methods than this in a turn are stragglers.</summary>
    private const int Stragglers = 10;

    public static async Task RunAsync(Func<Task> turn)
    {
        var quiet = 0;
        for (var turns = 0; quiet < QuietTurns && turns < MostTurns; turns++)
        {
            var before = JitInfo.GetCompiledMethodCount();
            await turn();
            quiet = JitInfo.GetCompiledMethodCount() - before < Stragglers ? quiet + 1 : 0;
        }
    }
}
