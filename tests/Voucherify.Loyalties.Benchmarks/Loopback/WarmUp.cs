using System.Runtime;

namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>
/// The runtime compiles what is called often a second time, in the background. That takes longer on a busy machine, so no fixed time
/// would do: the warm-up is over when hardly anything is compiled any more.
/// </summary>
internal static class WarmUp
{
    private const int LeastTurns = 3;

    private const int MostTurns = 12;

    /// <summary>Fewer methods than this in a turn are stragglers.</summary>
    private const int Stragglers = 10;

    public static async Task RunAsync(Func<Task> turn)
    {
        for (var (turns, compiled) = (0, int.MaxValue); turns < LeastTurns || (compiled >= Stragglers && turns < MostTurns); turns++)
        {
            var before = JitInfo.GetCompiledMethodCount();
            await turn();
            compiled = (int)(JitInfo.GetCompiledMethodCount() - before);
        }
    }
}
