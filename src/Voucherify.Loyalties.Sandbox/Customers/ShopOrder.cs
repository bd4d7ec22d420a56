using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Customers;

/// <summary>An order that clients report to the service.</summary>
internal sealed class ShopOrder(string id, string? sourceId, DateTimeOffset createdAt)
{
    public const string Paid = "PAID";
    public const string Canceled = "CANCELED";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "status", "amount", "initial_amount", "discount_amount", "items", "metadata", "referrer_id",
    };

    public string Id { get; } = id;

    public string? SourceId { get; } = sourceId;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; set; }

    public Customer? Customer { get; set; }

    /// <summary>Whether it has been paid and not canceled since.</summary>
    public bool CanBeRefunded { get; set; }

    public StoredProperties Properties { get; } = new(Known);

    public string Status => Properties.FindString("status") ?? "CREATED";

    /// <summary>The amount before discounts. Without one, the items add up to it (assumed).</summary>
    public long Amount => FindNumber("amount") ?? SumOf(Items);

    public long InitialAmount => FindNumber("initial_amount") ?? Amount;

    public long DiscountAmount => FindNumber("discount_amount") ?? 0;

    public long TotalAmount => Math.Max(0, Amount - DiscountAmount);

    public JsonElement? Metadata => Properties.FindObject("metadata");

    public IEnumerable<JsonElement> Items =>
        Properties.Find("items") is { ValueKind: JsonValueKind.Array } items
            ? items.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object)
            : [];

    /// <summary>Returns an integer of an item, or null.</summary>
    public static long? FindNumber(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && JsonInteger.TryRead(value, out var number) ? number : null;

    /// <summary>Returns the amount of an item.</summary>
    public static long AmountOf(JsonElement item) =>
        FindNumber(item, "amount") ?? Clamp((Int128)(FindNumber(item, "price") ?? 0) * (FindNumber(item, "quantity") ?? 1));

    private static long SumOf(IEnumerable<JsonElement> items) =>
        Clamp(items.Aggregate((Int128)0, static (sum, item) => sum + AmountOf(item)));

    private static long Clamp(Int128 number) => (long)Int128.Clamp(number, -JsonInteger.Largest, JsonInteger.Largest);

    private long? FindNumber(string name) =>
        Properties.Find(name) is { } value && JsonInteger.TryRead(value, out var number) ? number : null;
}
