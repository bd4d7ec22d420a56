using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes where a member stands in the tiers of a program.</summary>
internal static class TierProgressJson
{
    /// <summary>Writes the property, if the card has a tier (documented: otherwise it is left out).</summary>
    public static void WriteProperty(Utf8JsonWriter writer, LoyaltyCard card, TierTracker tracker, DateTimeOffset now)
    {
        if (card.Tier is not { } tier || TierTracker.StructureOf(card) is not { } structure)
        {
            return;
        }

        var points = tracker.PointsOf(card, structure, now);
        writer.WriteObject("tier_progress", progress =>
        {
            progress.WriteObject("current", current => WriteCurrent(current, card, tier, points));
            progress.WriteObject("tier_structure", reference =>
            {
                reference.WriteString("id", structure.Id);
                reference.WriteString("object", "tier_structure");
            });
            progress.WriteEmptyArray("deferred");
            progress.WriteEmptyArray("risks");
            progress.WriteArray(
                "opportunities",
                TierTracker.Sorted(structure).Where(other => other.MinValue > points).Take(1),
                (inner, next) => WriteOpportunity(inner, next, next.MinValue - points));
            progress.WriteString("object", "member_tier_progress");
        });
    }

    private static void WriteCurrent(Utf8JsonWriter writer, LoyaltyCard card, TierDefinition tier, decimal points)
    {
        writer.WriteObject("tier", inner => WriteTier(inner, tier));
        writer.WriteInstant("start_at", card.TierSince);
        writer.WriteInstant("expires_at", card.TierExpiresAt);
        writer.WriteObject("points", inner =>
        {
            inner.WriteNumber("current", points);
            inner.WriteNumber("min", tier.MinValue);
            if (tier.MaxValue is { } max)
            {
                inner.WriteNumber("max", max);
            }
        });
    }

    private static void WriteOpportunity(Utf8JsonWriter writer, TierDefinition tier, decimal missing)
    {
        writer.WriteNull("valid_until");
        writer.WriteObject("tier", inner => WriteTier(inner, tier));
        writer.WriteNumber("points", missing);
    }

    private static void WriteTier(Utf8JsonWriter writer, TierDefinition tier)
    {
        writer.WriteString("id", tier.Id);
        writer.WriteString("name", tier.Name);
    }
}
