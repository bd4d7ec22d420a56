using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Points that a rule gives.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="EarningId">The part of the rule, <c>lernei_...</c>.</param>
/// <param name="Card">The card that gets them.</param>
/// <param name="Points">The points, more than 0.</param>
/// <param name="Expiration">When they expire, or null if by the rule of the card.</param>
internal sealed record Earned(EarningRule Rule, string EarningId, LoyaltyCard Card, long Points, PointsExpiration? Expiration);
