namespace Voucherify.Loyalties.SimulationTests.Plan;

/// <summary>What another caller of an id that may count once does.</summary>
internal enum ClickKind
{
    /// <summary>The call that credits once.</summary>
    Once,

    /// <summary>The plain call, made while another one is under way.</summary>
    Plain,

    /// <summary>A resume, made while another call is under way.</summary>
    Resume,

    /// <summary>The call that credits once, with other points, made while the id is under way or was just applied.</summary>
    OtherPoints,
}
