using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>A loyalty program.</summary>
internal sealed class LoyaltyProgram(string id, string name, DateTimeOffset createdAt)
{
    public string Id { get; } = id;

    public string Name { get; set; } = name;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public string Status { get; set; } = ResourceStatus.Draft;

    public DateTimeOffset? UpdatedAt { get; set; }

    public DateTimeOffset? StartDate { get; set; }

    public DateTimeOffset? EndDate { get; set; }

    public JsonElement? Metadata { get; set; }

    /// <summary>The card definitions that are assigned to the program: a member gets a card of each.</summary>
    public List<CardDefinition> CardDefinitions { get; } = [];

    /// <summary>Whether the program can be used at the time, apart from its status.</summary>
    public bool IsValidAt(DateTimeOffset time) => !(time < StartDate) && !(time > EndDate);
}
