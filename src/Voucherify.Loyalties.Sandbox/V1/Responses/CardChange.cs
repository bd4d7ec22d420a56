using System.Runtime.InteropServices;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>What a response adds to a card because it was accepted, although it is not yet applied.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CardChange
{
    /// <summary>The points that were added.</summary>
    public long Points { get; init; }

    /// <summary>The change of the balance.</summary>
    public long Balance { get; init; }

    /// <summary>The points that were spent on rewards.</summary>
    public long RedeemedPoints { get; init; }

    /// <summary>The number of rewards.</summary>
    public int RedeemedQuantity { get; init; }
}
