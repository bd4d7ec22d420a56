using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>What a client remembers of its writes. It forgets what is settled or too old.</summary>
internal sealed class WriteMemory : IDisposable
{
    private readonly SweepTimer _sweeps;

    public WriteMemory(ClientClock clock, ReconciliationOptions options)
    {
        var lifetime = options.NoAnswerWindow + options.LookbackMargin;
        var capacity = options.MaxRememberedSends ?? SendMemory.DefaultCapacity;
        Sends = new SendMemory(clock.Time, options.NoAnswerWindow, capacity) { Stored = () => _sweeps!.Stored() };
        Adjustments = new AdjustmentRegistry(clock, lifetime, () => _sweeps!.Stored());
        Claims = new TransactionClaims(
            options.Candidates == CandidateAssumption.OnlyOne, options.MaxClaims ?? TransactionClaims.DefaultCapacity);
        Unsettled = new UnsettledWrites(clock);
        _sweeps = new SweepTimer(clock.Time, lifetime, () => Sends.Sweep() | Adjustments.Sweep());
    }

    /// <summary>The sends whose outcome is not known yet.</summary>
    public SendMemory Sends { get; }

    /// <summary>The adjustments that are under way, and those that were applied lately.</summary>
    public AdjustmentRegistry Adjustments { get; }

    /// <summary>The transactions that are known to belong to writes of this client.</summary>
    public TransactionClaims Claims { get; }

    /// <summary>The writes whose outcome is unknown.</summary>
    public UnsettledWrites Unsettled { get; }

    /// <summary>Ends what goes on in the background.</summary>
    public void Dispose()
    {
        _sweeps.Dispose();
        Unsettled.Dispose();
    }
}
