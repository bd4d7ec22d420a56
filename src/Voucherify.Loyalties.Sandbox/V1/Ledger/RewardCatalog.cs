using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>The rewards of the project, and what they cost members.</summary>
internal sealed class RewardCatalog(TierTracker tiers)
{
    private readonly Dictionary<string, StoredReward> _rewards = new(StringComparer.Ordinal);

    public StoredReward? Find(string id) => _rewards.GetValueOrDefault(id);

    public void Add(SandboxReward reward, DateTimeOffset now)
    {
        if (!_rewards.TryAdd(reward.Id, new StoredReward(reward, now)))
        {
            throw new ArgumentException($"There is already a reward with the id '{reward.Id}'.", nameof(reward));
        }
    }

    /// <summary>
    /// Returns what a reward costs the holder of a card: the price of its assignment, which the tier may change (documented). A reward
    /// that the campaign does not offer is null (assumed).
    /// </summary>
    public PricedReward? FindFor(Card card, string rewardId, string requestId)
    {
        if (card.Campaign.FindAssignmentOf(rewardId) is { } assignment)
        {
            var tier = tiers.Update(card, requestId);
            return new PricedReward(assignment.Reward, assignment.PriceIn(tier), assignment.Id, tier?.Id);
        }

        return !card.Campaign.RedeemsAssignedOnly && Find(rewardId) is { } reward
            ? new PricedReward(reward, reward.Reward.Points, AssignmentId: null, TierId: null)
            : null;
    }

    /// <summary>Returns the assigned rewards of a card's campaign, or only those that its balance pays for (documented).</summary>
    public IReadOnlyList<StoredAssignment> AssignmentsFor(Card card, bool affordableOnly, string requestId)
    {
        var tier = tiers.Update(card, requestId);
        return card.Campaign.Rewards.FindAll(assignment => !affordableOnly || assignment.PriceIn(tier) <= card.Balance);
    }
}
