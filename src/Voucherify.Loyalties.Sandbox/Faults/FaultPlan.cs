using System.Runtime.InteropServices;

namespace Voucherify.Loyalties.Sandbox.Faults;

/// <summary>What is going to happen to one request, decided before its body is read.</summary>
/// <param name="Fault">The fault that strikes, or null. Never <see cref="SandboxFault.ExtraLag"/>.</param>
/// <param name="Choice">From 0 to 1, for a fault that has variants.</param>
/// <param name="LateDelivery">How much later a request that is delivered late arrives.</param>
/// <param name="ExtraLag">How much later than the usual lag the effect comes.</param>
/// <param name="RetryAfter">The delay that a 429 asks for.</param>
/// <param name="DripTime">How long a dripping body takes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FaultPlan(
    SandboxFault? Fault,
    double Choice,
    TimeSpan LateDelivery,
    TimeSpan ExtraLag,
    TimeSpan RetryAfter,
    TimeSpan DripTime);
