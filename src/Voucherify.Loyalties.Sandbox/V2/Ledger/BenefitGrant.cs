using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A benefit that a rule gives.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="EarningId">The part of the rule, <c>lernei_...</c>.</param>
/// <param name="Member">The member who gets it.</param>
/// <param name="BenefitId">The benefit, which may not exist.</param>
internal sealed record BenefitGrant(EarningRule Rule, string EarningId, Member Member, string BenefitId);
