using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>What a purchase would be.</summary>
/// <param name="Assignment">The reward in its program.</param>
/// <param name="Reward">The reward.</param>
/// <param name="Card">The card that pays.</param>
/// <param name="Points">The price.</param>
/// <param name="Target">The card that gets the points of the reward, or null.</param>
internal sealed record PurchaseQuote(Assignment Assignment, RewardDefinition Reward, LoyaltyCard Card, long Points, LoyaltyCard? Target)
{
    /// <summary>Takes the piece from the stock.</summary>
    public void Reserve() => Assignment.Take(1);

    public string RewardId => Reward.Id;

    /// <summary>Whether the program still has the reward.</summary>
    public bool IsAssigned => Card.Member.Program.Find(ResourceKinds.Reward, RewardId) is not null;
}
