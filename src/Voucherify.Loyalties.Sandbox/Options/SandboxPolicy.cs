namespace Voucherify.Loyalties.Sandbox;

/// <summary>How the sandbox treats something about which Voucherify's documentation says nothing.</summary>
public enum SandboxPolicy
{
    /// <summary>The request is carried out.</summary>
    Accept = 0,

    /// <summary>The request is answered with an error and changes nothing.</summary>
    Reject = 1,
}
