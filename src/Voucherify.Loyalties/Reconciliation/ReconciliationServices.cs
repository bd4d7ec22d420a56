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
    /// <summary>The sends whose outcome is not known yet.</summary>
    public required SendMemory Memory { get; init; }

    /// <summary>The adjustments that are under way, and those that were applied lately.</summary>
    public AdjustmentRegistry Adjustments { get; } = new(Clock, Options.NoAnswerWindow + Options.LookbackMargin);

    /// <summary>
    /// Tells a transaction which ids of its card are those of other writes of this client: however much one looks like its own, it is not.
    /// </summary>
    public ExpectedTransaction WithOtherWrites(ExpectedTransaction expected) => expected with
    {
        IsOther = id => id != expected.SourceId && Adjustments.Has(expected.MemberId, id),
    };
}
