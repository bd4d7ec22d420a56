using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>A range of points with its own earnings and prices.</summary>
internal sealed class Tier(string id, string name, long from, long? to, DateTimeOffset createdAt) : IDated, IIdentified
{
    // Larger than any useful factor, and small enough for the arithmetic.
    private const decimal MaxMultiplier = 1_000_000_000;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "earning_rules", "rewards", "metadata" };

    public string Id { get; } = id;

    public string Name { get; } = name;

    public long From { get; } = from;

    public long? To { get; } = to;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>Always null: no operation changes a tier.</summary>
    public DateTimeOffset? UpdatedAt => null;

    public StoredProperties Properties { get; } = new(Known, withIntegers: ["earning_rules", "rewards"]);

    /// <summary>Whether the points are in the range, which includes both ends (assumed).</summary>
    public bool Contains(long points) => points >= From && !(points > To);

    /// <summary>Returns the points that an earning rule gives in this tier.</summary>
    public long Earned(string ruleId, long points) => Map(FindMapping("earning_rules", ruleId), points);

    /// <summary>
    /// Returns the price of an assigned reward in this tier. The vendor describes the key of the mapping as the id of the reward, but
    /// elsewhere uses that of the assignment. Both count, the reward first (assumed).
    /// </summary>
    public long Price(StoredAssignment assignment) =>
        Map(FindMapping("rewards", assignment.Reward.Id) ?? FindMapping("rewards", assignment.Id), assignment.Points);

    /// <summary>Whether the tier changes the points of an earning rule.</summary>
    public bool Maps(string ruleId) => Properties.FindObject("earning_rules") is { } map && map.TryGetProperty(ruleId, out _);

    private JsonElement? FindMapping(string name, string id) =>
        Properties.FindObject(name) is { } map && JsonBody.TryFindObject(map, id, out var mapping) ? mapping : null;

    // Which property is present decides, since the type is not required (documented). The result is rounded to whole points
    // (documented), half away from zero (assumed).
    private static long Map(JsonElement? found, long points)
    {
        if (found is not { } mapping)
        {
            return points;
        }

        if (mapping.TryGetProperty("multiplier", out var multiplier)
            && multiplier.ValueKind == JsonValueKind.Number
            && multiplier.TryGetDecimal(out var factor))
        {
            var product = points * Math.Clamp(factor, -MaxMultiplier, MaxMultiplier);
            return (long)Math.Round(Math.Clamp(product, -JsonInteger.Largest, JsonInteger.Largest), MidpointRounding.AwayFromZero);
        }

        return mapping.TryGetProperty("points", out var custom) && JsonInteger.TryRead(custom, out var value) ? value : points;
    }
}
