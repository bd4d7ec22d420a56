using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

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
    public bool IsOutOfStock => FindQuantity() <= 0;

    /// <summary>How often a reward was bought and not refunded.</summary>
    public long Redeemed { get; set; }

    /// <summary>
    /// Takes pieces of a reward from its stock, or puts them back if the number is negative. A stock without a limit stays.
    /// </summary>
    public void Take(long pieces)
    {
        if (FindQuantity() is { } quantity)
        {
            Stock = JsonBuffer.WriteElement(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("type", "LIMITED");
                writer.WriteObject("limited", limited => limited.WriteNumber("quantity", quantity - pieces));
                writer.WriteEndObject();
            });
        }
    }

    private decimal? FindQuantity() => Stock is { } stock
        && stock.TryGetProperty("limited", out var limited)
        && limited.ValueKind == JsonValueKind.Object
        && limited.TryGetProperty("quantity", out var quantity)
        && quantity.ValueKind == JsonValueKind.Number
            ? quantity.GetDecimal()
            : null;
}
