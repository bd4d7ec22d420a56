namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>What a client says about a call that has ended.</summary>
internal enum Reported
{
    Applied,

    /// <summary>Rejected, or never sent.</summary>
    NotApplied,

    Unknown,

    /// <summary>The id belongs to somebody else's change.</summary>
    Conflict,
}
