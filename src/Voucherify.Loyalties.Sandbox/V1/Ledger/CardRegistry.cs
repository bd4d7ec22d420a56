using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>The campaigns, cards and rewards of the project.</summary>
internal sealed class CardRegistry(IdGenerator ids)
{
    private const string OwnCampaignName = "Sandbox Loyalty Program";

    private readonly List<Campaign> _campaigns = [];
    private readonly List<Card> _cards = [];
    private readonly Dictionary<string, Card> _cardsByCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredReward> _rewards = new(StringComparer.Ordinal);

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<Card> Cards => _cards;

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<Campaign> Campaigns => _campaigns;

    /// <summary>Finds a campaign by id or by name (D).</summary>
    public Campaign? FindCampaign(string idOrName) =>
        _campaigns.Find(campaign => string.Equals(campaign.Id, idOrName, StringComparison.Ordinal))
        ?? _campaigns.Find(campaign => string.Equals(campaign.Name, idOrName, StringComparison.Ordinal));

    public IReadOnlyList<Card> CardsOf(Campaign campaign) => _cards.FindAll(card => card.Campaign == campaign);

    public bool TryFindCard(string code, [NotNullWhen(true)] out Card? card) => _cardsByCode.TryGetValue(code, out card);

    public StoredReward? FindReward(string id) => _rewards.GetValueOrDefault(id);

    public void AddReward(StoredReward reward)
    {
        if (!_rewards.TryAdd(reward.Id, reward))
        {
            throw new ArgumentException($"There is already a reward with the id '{reward.Id}'.", nameof(reward));
        }
    }

    public void Add(Campaign campaign)
    {
        if (FindCampaign(campaign.Id) is not null || FindCampaign(campaign.Name) is not null)
        {
            throw new ArgumentException($"There is already a campaign with the name or id '{campaign.Name}'.", nameof(campaign));
        }

        _campaigns.Add(campaign);
    }

    /// <summary>
    /// Removes a campaign with its cards, and says how many those were (D). What was accepted for them before still gets into
    /// the journal (A).
    /// </summary>
    public int Remove(Campaign campaign)
    {
        foreach (var card in CardsOf(campaign))
        {
            _cardsByCode.Remove(card.Code);
        }

        _campaigns.Remove(campaign);
        return _cards.RemoveAll(card => card.Campaign == campaign);
    }

    public Card AddCard(SandboxCardSeed seed, DateTimeOffset createdAt)
    {
        if (_cardsByCode.ContainsKey(seed.Code))
        {
            throw new ArgumentException($"There is already a card with the code '{seed.Code}'.", nameof(seed));
        }

        var card = new Card(
            seed.Id ?? ids.NextVoucherId(),
            seed.Code,
            CampaignFor(seed, createdAt),
            seed.HasHolder ? ids.NextCustomerId() : null,
            createdAt);
        foreach (var points in seed.Points)
        {
            card.Add(new Bucket(ids.NextBucketId(), points.Points, points.ExpiresOn, createdAt));
        }

        _cards.Add(card);
        _cardsByCode.Add(card.Code, card);
        return card;
    }

    private Campaign CampaignFor(SandboxCardSeed seed, DateTimeOffset now)
    {
        if (seed.Campaign is not null)
        {
            return FindCampaign(seed.Campaign)
                ?? throw new ArgumentException($"There is no campaign '{seed.Campaign}': add it first.", nameof(seed));
        }

        if (FindCampaign(OwnCampaignName) is { } own)
        {
            return own;
        }

        own = new Campaign(ids.NextCampaignId(), OwnCampaignName, now);
        Add(own);
        return own;
    }
}
