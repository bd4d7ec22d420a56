using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>A range of points with advantages of its own.</summary>
internal sealed class Tier(string id, string name, long from, long? to, DateTimeOffset createdAt) : IDated
{
    // Beyond every sense, and small enough for the arithmetic.
    private const decimal MostTimes = 1_000_000_000;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "earning_rules", "rewards", "metadata" };

    public string Id { get; } = id;

    public string Name { get; } = name;

    public long From { get; } = from;

    public long? To { get; } = to;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>No operation changes a tier.</summary>
    public DateTimeOffset? UpdatedAt => null;

    public StoredProperties Members { get; } = new(Known);

    /// <summary>Both ends belong to the range (A).</summary>
    public bool Holds(long points) => points >= From && !(points > To);

    /// <summary>What an earning rule gives in this tier.</summary>
    public long Earned(string ruleId, long points) => Map("earning_rules", ruleId, points);

    /// <summary>What a reward costs in this tier.</summary>
    public long Price(string rewardId, long points) => Map("rewards", rewardId, points);

    public bool Maps(string ruleId) => Members.FindObject("earning_rules") is { } map && map.TryGetProperty(ruleId, out _);

    // The kind follows from the member that is there: its type is not required (D). Rounded to whole points (D), half away from zero (A).
    private long Map(string name, string id, long points)
    {
        if (Members.FindObject(name) is not { } map || !map.TryGetProperty(id, out var mapping) || mapping.ValueKind != JsonValueKind.Object)
        {
            return points;
        }

        if (mapping.TryGetProperty("multiplier", out var multiplier) && multiplier.ValueKind == JsonValueKind.Number && multiplier.TryGetDecimal(out var factor))
        {
            return (long)Math.Round(Math.Clamp(points * Math.Clamp(factor, -MostTimes, MostTimes), -JsonInteger.Largest, JsonInteger.Largest), MidpointRounding.AwayFromZero);
        }

        return mapping.TryGetProperty("points", out var custom) && JsonInteger.TryRead(custom, out var value) ? value : points;
    }
}
