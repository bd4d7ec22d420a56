using System.Runtime.InteropServices;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>What a request says about a reward assignment. A part that is absent changes nothing.</summary>
/// <param name="Points">The price.</param>
/// <param name="AutoRedeem">Whether the reward is redeemed automatically.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AssignmentChanges(long? Points, bool? AutoRedeem);
