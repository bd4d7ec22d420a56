using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A reward that a member can buy, if the card has the points.</summary>
/// <param name="Reward">The reward.</param>
/// <param name="Card">The card that pays.</param>
/// <param name="Points">The price.</param>
/// <param name="TargetDefinitionId">The definition of the card that gets points, or null.</param>
internal sealed record RewardOffer(RewardDefinition Reward, LoyaltyCard Card, long Points, string? TargetDefinitionId)
{
    public bool HasTarget => TargetDefinitionId is null || Card.Member.Cards.Exists(card => card.Definition.Id == TargetDefinitionId);

    public bool HasPoints => Card.Counters.Balance >= Points;
}
