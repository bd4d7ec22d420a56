using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Engine;

namespace Voucherify.Loyalties.Sandbox.Ledger;

/// <summary>The campaigns, cards and rewards of the project.</summary>
internal sealed class CardRegister(IdSource ids)
{
    private const string OwnCampaignName = "Sandbox Loyalty Program";

    private readonly List<SandboxCampaign> _campaigns = [];
    private readonly List<Card> _cards = [];
    private readonly Dictionary<string, Card> _cardsByCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SandboxReward> _rewards = new(StringComparer.Ordinal);

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<Card> Cards => _cards;

    /// <summary>Finds a campaign by id or by name (D).</summary>
    public SandboxCampaign? FindCampaign(string idOrName) =>
        _campaigns.Find(campaign => string.Equals(campaign.Id, idOrName, StringComparison.Ordinal))
        ?? _campaigns.Find(campaign => string.Equals(campaign.Name, idOrName, StringComparison.Ordinal));

    public bool TryFindCard(string code, [NotNullWhen(true)] out Card? card) => _cardsByCode.TryGetValue(code, out card);

    public SandboxReward? FindReward(string id) => _rewards.GetValueOrDefault(id);

    public SandboxReward AddReward(SandboxReward reward) => _rewards.TryAdd(reward.Id, reward)
        ? reward
        : throw new ArgumentException($"There is already a reward with the id '{reward.Id}'.", nameof(reward));

    public SandboxCampaign AddCampaign(string name, string? id, int? expiresAfterMonths)
    {
        var campaign = new SandboxCampaign(id ?? ids.NextCampaignId(), name, expiresAfterMonths);
        if (FindCampaign(campaign.Id) is not null || FindCampaign(campaign.Name) is not null)
        {
            throw new ArgumentException($"There is already a campaign with the name or id '{name}'.", nameof(name));
        }

        _campaigns.Add(campaign);
        return campaign;
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
            CampaignFor(seed),
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

    private SandboxCampaign CampaignFor(SandboxCardSeed seed)
    {
        if (seed.Campaign is null)
        {
            return FindCampaign(OwnCampaignName) ?? AddCampaign(OwnCampaignName, id: null, expiresAfterMonths: null);
        }

        return FindCampaign(seed.Campaign)
            ?? throw new ArgumentException($"There is no campaign '{seed.Campaign}': add it first.", nameof(seed));
    }
}
