using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>The campaigns and cards of the project.</summary>
internal sealed class CardRegistry(IdGenerator ids)
{
    private const string OwnCampaignName = "Sandbox Loyalty Program";

    private readonly List<Campaign> _campaigns = [];
    private readonly List<Card> _cards = [];
    private readonly Dictionary<string, Card> _cardsByCode = new(StringComparer.Ordinal);

    /// <summary>The cards in the order in which they were added.</summary>
    public IReadOnlyList<Card> Cards => _cards;

    /// <summary>The campaigns in the order in which they were added.</summary>
    public IReadOnlyList<Campaign> Campaigns => _campaigns;

    /// <summary>Finds a campaign by id or by name (documented).</summary>
    public Campaign? FindCampaign(string idOrName) =>
        _campaigns.Find(campaign => string.Equals(campaign.Id, idOrName, StringComparison.Ordinal))
        ?? _campaigns.Find(campaign => string.Equals(campaign.Name, idOrName, StringComparison.Ordinal));

    public IReadOnlyList<Card> CardsOf(Campaign campaign) => _cards.FindAll(card => card.Campaign == campaign);

    /// <summary>Finds the first card of a campaign that a customer holds. Null if the customer is null.</summary>
    public Card? FindCardOf(Campaign campaign, string? holderId) =>
        _cards.Find(card => card.Campaign == campaign && card.HolderId is not null && card.HolderId == holderId);

    public bool TryFindCard(string code, [NotNullWhen(true)] out Card? card) => _cardsByCode.TryGetValue(code, out card);

    /// <summary>Adds a campaign for a test.</summary>
    public SandboxCampaign Add(string name, string? id, int? expiresAfterMonths, DateTimeOffset now)
    {
        var rule = expiresAfterMonths is { } months ? ExpirationRule.AfterMonths(months) : null;
        var campaign = new Campaign(id ?? ids.NextCampaignId(), name, now) { Expiration = rule };
        Add(campaign);
        return new SandboxCampaign { Id = campaign.Id, Name = campaign.Name, ExpiresAfterMonths = expiresAfterMonths };
    }

    public void Add(Campaign campaign)
    {
        if (FindCampaign(campaign.Id) is not null || FindCampaign(campaign.Name) is not null)
        {
            throw new ArgumentException($"There is already a campaign with the name or id '{campaign.Name}'.", nameof(campaign));
        }

        _campaigns.Add(campaign);
    }

    /// <summary>Sets what the key may do with a campaign, if there is one with the id or name.</summary>
    public bool TrySetAccess(string idOrName, SandboxCampaignAccess access)
    {
        var campaign = FindCampaign(idOrName);
        if (campaign is not null)
        {
            campaign.Access = access;
        }

        return campaign is not null;
    }

    /// <summary>
    /// Removes a campaign with its cards, and returns how many cards those were (documented). Effects that were accepted for them
    /// before still appear in the journal (assumed).
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
            CampaignOf(seed, createdAt),
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

    private Campaign CampaignOf(SandboxCardSeed seed, DateTimeOffset now)
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
