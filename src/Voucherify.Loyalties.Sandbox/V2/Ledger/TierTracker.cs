using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>
/// Gives cards the tiers of their program, by their balance or by the points that they earned in a period. Tiers neither expire nor have a
/// grace period here.
/// </summary>
internal sealed class TierTracker(ProjectCalendar calendar)
{
    /// <summary>Gives a card the tier that it should have.</summary>
    public void Update(LoyaltyCard card, DateTimeOffset now)
    {
        if (StructureOf(card) is not { } structure)
        {
            return;
        }

        var tiers = Sorted(structure);
        var wanted = tiers.Find(tier => tier.Includes(PointsOf(card, structure, now)));
        var (from, to) = (tiers.FindIndex(tier => tier == card.Tier), tiers.FindIndex(tier => tier == wanted));
        var next = to >= from ? to : Downgrade(structure, from, to);
        if (next != from)
        {
            (card.Tier, card.TierSince) = (next < 0 ? null : tiers[next], now);
        }
    }

    /// <summary>Returns the structure that a card follows, or null.</summary>
    public static TierStructure? StructureOf(LoyaltyCard card) =>
        card.Member.Program.TierStructure is { IsActive: true } structure && structure.CardDefinitionId == card.Definition.Id
            ? structure
            : null;

    /// <summary>Returns the tiers of a structure, the lowest first.</summary>
    public static List<TierDefinition> Sorted(TierStructure structure) => [.. structure.Tiers.OrderBy(static tier => tier.MinValue)];

    /// <summary>Returns the points that decide about the tier of a card.</summary>
    public decimal PointsOf(LoyaltyCard card, TierStructure structure, DateTimeOffset now)
    {
        if (structure.Period is not { } period)
        {
            return card.Counters.Balance;
        }

        var today = calendar.DayOf(now);
        return card.Transactions
            .Where(static row => row.Movement.Type is CardTransactionType.PointsEarned or CardTransactionType.PendingPointsActivated)
            .Where(row => row is { EndedAt: { } end, Rejection: null } && !(period.After(calendar.DayOf(end)) <= today))
            .Sum(static row => row.Movement.Points);
    }

    private static int Downgrade(TierStructure structure, int from, int to) =>
        (structure.Properties.FindObject("downgrade") is { } downgrade ? JsonBody.FindString(downgrade, "type") : null) switch
        {
            "MULTI_LEVEL" => to,
            "SINGLE_LEVEL" => from - 1,
            _ => from,
        };
}
