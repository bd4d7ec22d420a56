using System.Runtime.InteropServices;

namespace Voucherify.Loyalties.Sandbox.Faults;

/// <summary>What will happen to one request. It is decided before the body is read.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FaultPlan
{
    /// <summary>The fault that strikes, or null. Never one that is drawn separately.</summary>
    public SandboxFault? Fault { get; init; }

    /// <summary>From 0 to 1, for a fault that has variants.</summary>
    public double Choice { get; init; }

    /// <summary>How much later a request that is delivered late arrives.</summary>
    public TimeSpan LateDelivery { get; init; }

    /// <summary>How much later than usual the effect is applied.</summary>
    public TimeSpan ExtraLag { get; init; }

    /// <summary>How much later than usual the transaction is listed.</summary>
    public TimeSpan ExtraListLag { get; init; }

    /// <summary>How long the transaction is left out of lists.</summary>
    public TimeSpan HideTime { get; init; }

    /// <summary>How long the transaction waits before it is processed as usual.</summary>
    public TimeSpan StallTime { get; init; }

    /// <summary>How old the list is that is returned.</summary>
    public TimeSpan ListAge { get; init; }

    /// <summary>The delay that a 429 asks for.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>How long a body that drips takes.</summary>
    public TimeSpan DripTime { get; init; }
}
