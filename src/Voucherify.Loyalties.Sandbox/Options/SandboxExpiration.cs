namespace Voucherify.Loyalties.Sandbox.V1;

/// <summary>When added points expire if the request does not say.</summary>
public enum SandboxExpiration
{
    /// <summary>By the rule of the card's campaign, <c>PROGRAM_RULES</c> on the wire.</summary>
    ProgramRules = 0,

    /// <summary>Never, <c>NON_EXPIRING</c> on the wire.</summary>
    NonExpiring = 1,
}
