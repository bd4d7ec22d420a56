using System.Diagnostics;

namespace Voucherify.Loyalties.Queue.WorkerProcess;

/// <summary>Ends the process like <c>kill -9</c> when it comes to a point: nothing is flushed, and nothing is cleaned up.</summary>
internal sealed class EndingPoint(string? name)
{
    /// <summary>The process is at a point.</summary>
    public void At(string point)
    {
        if (point == name)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
