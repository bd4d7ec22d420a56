using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>
/// Gives cards the tiers of their program, by their balance or by the points that they earned in a period. A tier is kept for its fixed
/// duration, or as long as the points suffice; other expirations and grace periods are ignored.
/// </summary>
internal sealed class TierTracker(ProjectCalendar calendar, TimedIds ids, TierRetention retention)
{
    private readonly TierPoints _points = new(calendar);

    /// <summary>Gives a card the tier that it should have after a movement.</summary>
    public void Update(CardTransaction transaction, DateTimeOffset now)
    {
        if (StructureOf(transaction.Card) is { } structure && TierPoints.Count(transaction))
        {
            retention.WatchEarned(transaction.Card, structure, now);
        }

        Update(transaction.Card, TierOrigin.Of(transaction), now);
    }

    /// <summary>Gives a card the tier that it should have when a day begins. A tier that ends and is still deserved begins anew.</summary>
    public void BeginDay(LoyaltyCard card, DateTimeOffset now)
    {
        Update(card, TierOrigin.DayChange, now);
        if (StructureOf(card) is not null && card.TierEndsAt <= now)
        {
            Change(card, "EXPIRATION_CHANGED", card.Tier, TierOrigin.DayChange, now);
        }
    }

    /// <summary>Gives a card the tier that it should have.</summary>
    public void Update(LoyaltyCard card, TierOrigin origin, DateTimeOffset now)
    {
        if (StructureOf(card) is not { } structure)
        {
            return;
        }

        var tiers = Sorted(structure);
        var wanted = tiers.Find(tier => tier.Includes(PointsOf(card, structure, now)));
        var (from, to) = (tiers.FindIndex(tier => tier == card.Tier), tiers.FindIndex(tier => tier == wanted));
        var next = to >= from ? to : card.TierEndsAt > now ? from : Downgrade(structure, from, to);
        if (next != from)
        {
            var type = from < 0 ? "JOINED" : next < 0 ? "LEFT" : next > from ? "UPGRADED" : "DOWNGRADED";
            Change(card, type, next < 0 ? null : tiers[next], origin, now);
        }
    }

    /// <summary>Takes the tier of a card whose member leaves.</summary>
    public void Leave(LoyaltyCard card, DateTimeOffset now)
    {
        if (card.Tier is not null)
        {
            Change(card, "LEFT", next: null, TierOrigin.CardDeleted, now);
        }
    }

    /// <summary>Returns the structure that a card follows, or null.</summary>
    public static TierStructure? StructureOf(LoyaltyCard card) =>
        !card.Member.IsDeleted
        && card.Member.Program.TierStructure is { IsActive: true } structure
        && structure.CardDefinitionId == card.Definition.Id
            ? structure
            : null;

    /// <summary>Returns the tiers of a structure, the lowest first.</summary>
    public static List<TierDefinition> Sorted(TierStructure structure) => [.. structure.Tiers.OrderBy(static tier => tier.MinValue)];

    /// <summary>Returns the points that decide about the tier of a card.</summary>
    public decimal PointsOf(LoyaltyCard card, TierStructure structure, DateTimeOffset now) => _points.Of(card, structure, now);

    private void Change(LoyaltyCard card, string type, TierDefinition? next, TierOrigin origin, DateTimeOffset now)
    {
        var structure = (next ?? card.Tier)!.Structure;
        var isSame = next == card.Tier;
        card.TierEndsAt = next is null ? null : retention.EndOf(card, structure, now);
        card.Member.TierTransactions.Add(new(
            ids.Next("lttx_", now), card, structure.Id, isSame ? null : card.Tier?.Id, isSame ? null : next?.Id)
        {
            TierId = next?.Id,
            ExpiresAt = card.TierExpiresAt,
            Type = type,
            Points = PointsOf(card, structure, now),
            Origin = origin,
            RecordedAt = now,
        });
        (card.Tier, card.TierSince) = (next, isSame ? card.TierSince : now);
    }

    private static int Downgrade(TierStructure structure, int from, int to) =>
        (structure.Properties.FindObject("downgrade") is { } downgrade ? JsonBody.FindString(downgrade, "type") : null) switch
        {
            "MULTI_LEVEL" => to,
            "SINGLE_LEVEL" => from - 1,
            _ => from,
        };
}
