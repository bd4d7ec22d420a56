namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>How a call is cancelled.</summary>
/// <param name="When">At which moment.</param>
internal sealed record ThreadCancellation(CancellationMoment When) : IDisposable
{
    public CancellationTokenSource Source { get; } = new();

    public void Dispose() => Source.Dispose();
}
