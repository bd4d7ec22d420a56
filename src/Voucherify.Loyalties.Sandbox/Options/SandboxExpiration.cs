namespace Voucherify.Loyalties.Sandbox;

/// <summary>What decides when added points expire if the request does not say so.</summary>
public enum SandboxExpiration
{
    /// <summary>The rule of the card's campaign, <c>PROGRAM_RULES</c> on the wire.</summary>
    ProgramRules = 0,

    /// <summary>The points never expire, <c>NON_EXPIRING</c> on the wire.</summary>
    NonExpiring = 1,
}
