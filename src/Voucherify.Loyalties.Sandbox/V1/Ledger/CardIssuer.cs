using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Makes the cards of a campaign, and gives them to customers.</summary>
internal sealed class CardIssuer(CardRegistry register, IdGenerator ids, LedgerWriter book, PointsLedger ledger, ActivityLog activity)
{
    private const int MostAttempts = 100;

    /// <summary>Makes cards that nobody has yet, as many as the codes allow.</summary>
    public void MakeFree(Campaign campaign, int count, DateTimeOffset now)
    {
        while (count > 0 && Make(campaign, now) is not null)
        {
            count--;
        }
    }

    /// <summary>
    /// The oldest card that nobody has (A), or a new one if the campaign makes cards as they are needed (D); null if there is none.
    /// </summary>
    public Card? FindFree(Campaign campaign, DateTimeOffset now) =>
        register.CardsOf(campaign).FirstOrDefault(card => card.HolderId is null) ?? (campaign.IsAutoUpdate ? Make(campaign, now) : null);

    public void Give(Card card, Customer customer, string requestId, DateTimeOffset now)
    {
        (card.HolderId, card.UpdatedAt) = (customer.Id, now);
        activity.Add(card, ActivityType.Published, requestId, now, static entry => entry);
        book.Tiers.Look(card, requestId);
    }

    // Null if no new code was found: a pattern allows only so many.
    private Card? Make(Campaign campaign, DateTimeOffset now)
    {
        var config = CodePattern.Of(campaign.Settings.FindObject("voucher"));
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var code = ids.NextCode(config.Pattern, config.Charset);
            if (!register.TryFindCard(code, out _))
            {
                return Make(campaign, code, now);
            }
        }

        return null;
    }

    // The opening points expire by the rule of the campaign (A), and are in no transaction (A).
    private Card Make(Campaign campaign, string code, DateTimeOffset now)
    {
        var points = campaign.OpeningPoints == 0
            ? []
            : new[] { new SandboxPoints(campaign.OpeningPoints, campaign.Expiration?.LastDay(book.Today)) };
        var card = register.AddCard(new SandboxCardSeed { Code = code, Campaign = campaign.Id, HasHolder = false, Points = points }, now);
        ledger.Watch(card);
        return card;
    }
}
