using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>An operation of a caller, with all its calls.</summary>
internal sealed class SimulatedOperation(PlannedOperation plan)
{
    public PlannedOperation Plan { get; } = plan;

    public List<ClientCall> Calls { get; } = [];

    /// <summary>What is known after the last call.</summary>
    public Reported? Known => Calls.Count == 0 ? null : Calls[^1].Reported ?? Reported.Unknown;

    public bool IsSettled => Known is Reported.Applied or Reported.NotApplied or Reported.Conflict;
}
