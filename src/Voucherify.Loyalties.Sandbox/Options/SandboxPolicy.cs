namespace Voucherify.Loyalties.Sandbox;

/// <summary>What the sandbox does with a request whose treatment Voucherify does not document.</summary>
public enum SandboxPolicy
{
    /// <summary>The request is executed.</summary>
    Accept = 0,

    /// <summary>The response is an error, and nothing changes.</summary>
    Reject = 1,
}
