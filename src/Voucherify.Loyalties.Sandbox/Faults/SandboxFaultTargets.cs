namespace Voucherify.Loyalties.Sandbox;

/// <summary>Which requests <see cref="SandboxFaults"/> may strike.</summary>
[Flags]
public enum SandboxFaultTargets
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Everything that is not a read and not about tokens.</summary>
    Writes = 1,

    /// <summary><c>GET</c> and <c>HEAD</c>.</summary>
    Reads = 2,

    /// <summary>The OAuth routes.</summary>
    Tokens = 4,
}
