using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>Reads and checks the bodies that create and change campaigns. Only what the sandbox acts on is looked at; the rest is kept as it is.</summary>
internal static class CampaignReader
{
    // Of the sandbox's own: a wrong number shall not eat the memory of a test.
    private const int MostCards = 100_000;

    /// <summary>The campaign and how many cards it is to have, or what is wrong with the body.</summary>
    public static bool TryRead(JsonElement root, Func<string> newId, DateTimeOffset now, out (Campaign Campaign, int Cards) read, out string? problem)
    {
        read = default;
        ExpirationRule? rule = null;
        var points = 0L;
        if (!JsonBody.TryReadText(root, "name", out var name, out problem)
            || !TryReadCount(root, out var cards, out problem)
            || !HasGoodDates(root, out problem)
            || (FindCard(root) is { } card && (!TryReadPoints(card, out points, out problem) || !TryReadRule(card, out rule, out problem))))
        {
            return false;
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            problem = "Payload should have required property 'name'";
            return false;
        }

        read = (new Campaign(newId(), name, now) { Expiration = rule, OpeningPoints = points, RedeemsAssignedOnly = true }, cards);
        read.Campaign.Settings.Merge(root);
        return true;
    }

    /// <summary>Whether the dates of a campaign or an earning rule can be read.</summary>
    public static bool HasGoodDates(JsonElement root, out string? problem)
    {
        problem = null;
        foreach (var name in new[] { "start_date", "expiration_date" })
        {
            if (!JsonBody.TryReadText(root, name, out var text, out problem))
            {
                return false;
            }

            if (text is not null && !IsoTime.TryReadInstant(text, out _))
            {
                problem = $"Property .{name} cannot be recognized as a ISO-8601 compliant date";
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads <c>expiration_rules</c>, if there are any.</summary>
    public static bool TryReadRule(JsonElement parent, out ExpirationRule? rule, out string? problem)
    {
        (rule, problem) = (null, null);
        return !parent.TryGetProperty("expiration_rules", out var json)
            || json.ValueKind != JsonValueKind.Object
            || ExpirationRule.TryRead(json, out rule, out problem);
    }

    private static bool TryReadPoints(JsonElement card, out long points, out string? problem)
    {
        (points, problem) = (0, null);
        if (card.TryGetProperty("points", out var json) && (!JsonInteger.TryRead(json, out points) || points < 0))
        {
            problem = "Property .voucher.loyalty_card.points must be a positive integer or 0";
        }

        return problem is null;
    }

    private static bool TryReadCount(JsonElement root, out int count, out string? problem)
    {
        (count, problem) = (0, null);
        if (root.TryGetProperty("vouchers_count", out var json) && json.ValueKind != JsonValueKind.Null)
        {
            problem = JsonInteger.TryRead(json, out var number) && number is >= 0 and <= MostCards ? null : $"Property .vouchers_count must be an integer from 0 to {MostCards}";
            count = (int)number;
        }

        return problem is null;
    }

    private static JsonElement? FindCard(JsonElement root) =>
        root.TryGetProperty("voucher", out var voucher) && voucher.ValueKind == JsonValueKind.Object
        && voucher.TryGetProperty("loyalty_card", out var card) && card.ValueKind == JsonValueKind.Object
            ? card
            : null;
}
