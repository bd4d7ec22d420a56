using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>The tiers of a program.</summary>
internal sealed class TierStructure(string id, string name, DateTimeOffset createdAt)
    : ConfigResource(ResourceKinds.TierStructure, id, name, createdAt)
{
    /// <summary>How many tiers it may have (documented).</summary>
    public const int MaxTiers = 100;

    /// <summary>The tiers that are not deleted, oldest first.</summary>
    public List<TierDefinition> Tiers { get; } = [];

    /// <summary>The definition of the cards that it is about.</summary>
    public string? CardDefinitionId => Points is { } points ? JsonBody.FindString(points, "card_definition_id") : null;

    /// <summary>The period in which points must be earned, or null if the balance counts.</summary>
    public Period? Period => Properties.FindObject("point_earned") is { } earned ? Period.Find(earned, "period") : null;

    /// <summary>How long a card keeps a tier that it reached, or null if only as long as its points suffice.</summary>
    public Period? FixedDuration =>
        Properties.FindObject("expiration") is { } expiration && JsonBody.TryFindObject(expiration, "fixed_duration", out var duration)
            ? Period.Find(duration, "period")
            : null;

    private JsonElement? Points => Properties.FindObject("point_balance") ?? Properties.FindObject("point_earned");
}
