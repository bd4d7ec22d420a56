namespace Voucherify.Loyalties.V2;

public sealed partial record RewardCost
{
    /// <summary>A cost without conditions.</summary>
    /// <param name="cardDefinitionId">The id of the card definition whose card pays.</param>
    /// <param name="points">The points.</param>
    public static RewardCost InPoints(CardDefinitionId cardDefinitionId, long points) =>
        new() { Spending = [new() { CardDefinitionId = cardDefinitionId, Points = points }] };
}
