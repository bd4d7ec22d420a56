namespace Voucherify.Loyalties.Sandbox;

/// <summary>A paid order and what it earned.</summary>
/// <param name="Id">The id, <c>ord_...</c>.</param>
/// <param name="CardCode">The card that earned.</param>
/// <param name="Amount">The amount before discounts, in minor currency units: 1000 is 10.00.</param>
/// <param name="DiscountAmount">The discounts, in the same units.</param>
/// <param name="EarnedPoints">The points that are on the card at once.</param>
/// <param name="PendingPoints">The points that are pending, by rules that say so.</param>
public sealed record SandboxOrder(string Id, string CardCode, long Amount, long DiscountAmount, long EarnedPoints, long PendingPoints);
