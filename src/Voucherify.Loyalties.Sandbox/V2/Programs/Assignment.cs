using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>Something that is assigned to a program.</summary>
/// <param name="resource">What is assigned.</param>
/// <param name="createdAt">When.</param>
internal sealed class Assignment(ConfigResource resource, DateTimeOffset createdAt)
{
    public ConfigResource Resource { get; } = resource;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>The stock of a reward, as it was sent.</summary>
    public JsonElement? Stock { get; set; }

    /// <summary>Whether a reward has run out.</summary>
    public bool IsOutOfStock => Stock is { } stock
        && stock.TryGetProperty("limited", out var limited)
        && limited.ValueKind == JsonValueKind.Object
        && limited.TryGetProperty("quantity", out var quantity)
        && quantity.ValueKind == JsonValueKind.Number
        && quantity.GetDecimal() <= 0;
}
