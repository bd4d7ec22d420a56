namespace Voucherify.Loyalties.Sandbox.Tool.Data;

/// <summary>The clock of the command line, which shows the times of the data file while the file is repeated.</summary>
internal sealed class ReplayClock(TimeProvider clock) : TimeProvider
{
    private DateTimeOffset? _replayed;

    public override DateTimeOffset GetUtcNow() => _replayed ?? clock.GetUtcNow();

    public void Show(DateTimeOffset instant) => _replayed = instant;

    /// <summary>Shows the time of the command line again.</summary>
    public void Release() => _replayed = null;
}
