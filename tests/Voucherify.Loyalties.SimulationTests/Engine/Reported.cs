namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>What a client reports about a call that has ended.</summary>
internal enum Reported
{
    Applied,

    /// <summary>Rejected, or never sent.</summary>
    NotApplied,

    Unknown,

    /// <summary>The id belongs to another caller's adjustment.</summary>
    Conflict,
}
