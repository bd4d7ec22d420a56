using System.Diagnostics;
using System.Globalization;

namespace Voucherify.Loyalties.Queue.WorkerProcess;

/// <summary>
/// Ends the process like <c>kill -9</c> when it comes to a point: nothing is flushed, and nothing is cleaned up. Or it freezes the process
/// there, once, until another one lets it go on.
/// </summary>
internal sealed class EndingPoint(string? name, bool freezes)
{
    private int _hasFrozen;

    /// <summary>The process is at a point.</summary>
    public void At(string point)
    {
        if (point != name)
        {
            return;
        }

        if (!freezes)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
        else if (Interlocked.Exchange(ref _hasFrozen, 1) == 0)
        {
            using var stop = Process.Start("kill", ["-STOP", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]);
            stop.WaitForExit();
        }
    }
}
