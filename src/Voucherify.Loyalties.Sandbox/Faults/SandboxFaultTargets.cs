namespace Voucherify.Loyalties.Sandbox;

/// <summary>The requests that <see cref="SandboxFaults"/> may strike.</summary>
[Flags]
public enum SandboxFaultTargets
{
    /// <summary>No requests.</summary>
    None = 0,

    /// <summary>Every request that is neither a read nor about tokens.</summary>
    Writes = 1,

    /// <summary><c>GET</c> and <c>HEAD</c>.</summary>
    Reads = 2,

    /// <summary>The OAuth routes.</summary>
    Tokens = 4,
}
