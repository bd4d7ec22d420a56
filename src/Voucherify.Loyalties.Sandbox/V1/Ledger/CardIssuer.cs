using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Adds cards, and gives them to customers.</summary>
internal sealed class CardIssuer(CardRegistry registry, IdGenerator ids, LedgerWriter writer, ActivityLog activities)
{
    private const int MaxAttempts = 100;

    /// <summary>Adds a card.</summary>
    public Card Add(SandboxCardSeed seed, DateTimeOffset now)
    {
        var card = registry.AddCard(seed, now);
        writer.WatchExpiry(card);
        return card;
    }

    /// <summary>Adds cards without a holder, as many as the pattern of their codes allows.</summary>
    public void AddFree(Campaign campaign, int count, DateTimeOffset now)
    {
        while (count > 0 && AddFree(campaign, now) is not null)
        {
            count--;
        }
    }

    /// <summary>
    /// Returns the oldest card without a holder (assumed), or a new one if the campaign adds cards as they are needed (documented), or
    /// null.
    /// </summary>
    public Card? FindFree(Campaign campaign, DateTimeOffset now) =>
        registry.CardsOf(campaign).FirstOrDefault(static card => card.HolderId is null)
        ?? (campaign.IsAutoUpdate ? AddFree(campaign, now) : null);

    /// <summary>Gives a card to a customer.</summary>
    public void Give(Card card, string customerId, string requestId, DateTimeOffset now)
    {
        (card.HolderId, card.UpdatedAt) = (customerId, now);
        activities.Add(card, ActivityType.Published, requestId, now, static entry => entry);
        writer.Tiers.Update(card, requestId);
    }

    // Null if no new code was found, because the pattern allows only so many.
    private Card? AddFree(Campaign campaign, DateTimeOffset now)
    {
        var pattern = campaign.CodePattern;
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var code = ids.NextCode(pattern.Pattern, pattern.Charset);
            if (!registry.TryFindCard(code, out _))
            {
                return Add(SeedOf(campaign, code), now);
            }
        }

        return null;
    }

    // The opening points expire by the rule of the campaign (assumed), and appear in no transaction (assumed).
    private SandboxCardSeed SeedOf(Campaign campaign, string code) => new()
    {
        Code = code,
        Campaign = campaign.Id,
        HasHolder = false,
        Points = campaign.OpeningPoints == 0
            ? []
            : [new SandboxPoints(campaign.OpeningPoints, campaign.Expiration?.LastDay(writer.Today))],
    };
}
