using System.Runtime.InteropServices;

namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>When the effect of a request becomes visible.</summary>
/// <param name="AppliedAt">When the balance moves.</param>
/// <param name="ExtraListLag">How much later than usual its transaction is listed.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EffectTiming(DateTimeOffset AppliedAt, TimeSpan ExtraListLag);
