using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>A tier. Its segment, if it has one, is taken as fulfilled.</summary>
internal sealed class TierDefinition(string id, string name, DateTimeOffset createdAt, TierStructure structure)
    : ConfigResource(ResourceKinds.Tier, id, name, createdAt)
{
    public TierStructure Structure { get; } = structure;

    public decimal MinValue => Find("min_value") ?? 0;

    public decimal? MaxValue => Find("max_value");

    /// <summary>Whether points are within its range.</summary>
    public bool Includes(decimal points) => points >= MinValue && !(points > MaxValue);

    private decimal? Find(string name) =>
        Properties.FindObject("qualification_rules") is { } rules
        && JsonBody.TryFindObject(rules, "points", out var points)
        && points.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDecimal(out var number)
            ? number
            : null;
}
