namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>Which method of the client a call uses.</summary>
internal enum CallKind
{
    /// <summary>The plain call for an adjustment or a transfer.</summary>
    Plain,

    /// <summary>A resume.</summary>
    Resume,

    /// <summary>The call that credits once.</summary>
    Once,
}
