namespace Voucherify.Loyalties.Sandbox.V1;

/// <summary>A paid order and what it earned.</summary>
public sealed record SandboxOrder
{
    /// <summary>The id, <c>ord_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The code of the card that earned points.</summary>
    public required string CardCode { get; init; }

    /// <summary>The amount before discounts, in minor currency units: 1000 is 10.00.</summary>
    public long Amount { get; init; }

    /// <summary>The discounts, in the same units.</summary>
    public long DiscountAmount { get; init; }

    /// <summary>The points that the card has at once.</summary>
    public long EarnedPoints { get; init; }

    /// <summary>The points that are pending, by the rules that say so.</summary>
    public long PendingPoints { get; init; }
}
