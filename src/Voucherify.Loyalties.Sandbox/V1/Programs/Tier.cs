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

    public StoredProperties Properties { get; } = new(Known);

    /// <summary>Whether the points are in the range, which includes both ends (assumed).</summary>
    public bool Contains(long points) => points >= From && !(points > To);

    /// <summary>Returns the points that an earning rule gives in this tier.</summary>
    public long Earned(string ruleId, long points) => Map("earning_rules", ruleId, points);

    /// <summary>Returns the price of a reward in this tier.</summary>
    public long Price(string rewardId, long points) => Map("rewards", rewardId, points);

    /// <summary>Whether the tier changes the points of an earning rule.</summary>
    public bool Maps(string ruleId) => Properties.FindObject("earning_rules") is { } map && map.TryGetProperty(ruleId, out _);

    // Which property is present decides, since the type is not required (documented). The result is rounded to whole points
    // (documented), half away from zero (assumed).
    private long Map(string name, string id, long points)
    {
        if (Properties.FindObject(name) is not { } map || !JsonBody.TryFindObject(map, id, out var mapping))
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
