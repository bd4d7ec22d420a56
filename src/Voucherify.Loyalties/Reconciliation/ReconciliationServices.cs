using Voucherify.Loyalties.Pipeline;
using Voucherify.Loyalties.Telemetry;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>What all reconciled writes of a client share.</summary>
internal sealed record ReconciliationServices(
    AttemptLoop Attempts,
    CardTurns Turns,
    TransactionLookup Lookup,
    ClientTelemetry Telemetry,
    ClientClock Clock,
    ReconciliationOptions Options)
{
    /// <summary>Whether few calls are left in this period of the rate limit, so that searches in the background must wait.</summary>
    public required Func<bool> IsRateScarce { get; init; }

    /// <summary>Looks up the adjustments of many cards at once.</summary>
    public required CampaignLookup CampaignLookup { get; init; }

    /// <summary>What the client remembers of its writes.</summary>
    public WriteMemory Writes { get; } = new(Clock, Options);

    /// <summary>How many searches in the background look up at the same time.</summary>
    public BackgroundLookups BackgroundLookups { get; } = new(Options.MaxBackgroundLookups);

    /// <summary>The sends whose outcome is not known yet.</summary>
    public SendMemory Memory => Writes.Sends;

    /// <summary>The adjustments that are under way, and those that were applied lately.</summary>
    public AdjustmentRegistry Adjustments => Writes.Adjustments;

    /// <summary>The transactions that are known to belong to writes of this client.</summary>
    public TransactionClaims Claims => Writes.Claims;

    /// <summary>The writes whose outcome is unknown.</summary>
    public UnsettledWrites Unsettled => Writes.Unsettled;

    /// <summary>Ends what goes on in the background, and reports what is still unknown.</summary>
    public void Stop()
    {
        if (Memory.CountUnresolvedCards() is > 0 and var cards)
        {
            Telemetry.Stopped(cards);
        }

        BackgroundLookups.Close();
        Writes.Dispose();
    }

    /// <summary>Whether the client itself finds out what has become of a write.</summary>
    public bool Reconciles => Options.Enabled;
}
