using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.SimulationTests.Plan;

/// <summary>The faults in groups.</summary>
internal static class FaultKinds
{
    /// <summary>What strikes a request instead of, or around, its usual treatment.</summary>
    public static SandboxFault[] Striking { get; } = [.. Enum.GetValues<SandboxFault>().Except([SandboxFault.ExtraLag])];

    /// <summary>
    /// One for each event of the outcome table that a service can cause; two for the one that goes unseen where a token is renewed.
    /// </summary>
    public static SandboxFault[] OneOfEachEvent { get; } =
    [
        SandboxFault.RefuseConnection, SandboxFault.LoseResponse, SandboxFault.HangBefore, SandboxFault.ServerErrorAfter, SandboxFault.RequestTimeoutBefore,
        SandboxFault.ThrottleBulk, SandboxFault.ThrottleCycle, SandboxFault.Truncate, SandboxFault.Garble, SandboxFault.EmptyBody, SandboxFault.Redirect,
        SandboxFault.Unauthorized, SandboxFault.Unauthorized, SandboxFault.PaymentRequired, SandboxFault.Conflict, SandboxFault.NotImplemented,
    ];
}
