using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>
/// Reads the bodies that create and change campaigns. It checks only what the sandbox uses. The rest is stored as it is.
/// </summary>
internal sealed class CampaignReader(V1Store store)
{
    // The sandbox's own limit, so that a wrong number does not use up the memory of a test.
    private const int MaxCards = 100_000;

    /// <summary>Reads a new campaign and its number of cards.</summary>
    public bool TryReadNew(
        SandboxCall call,
        [NotNullWhen(true)] out Campaign? campaign,
        out int cards,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (campaign, cards) = (null, 0);
        if (!RequestBody.TryReadObject(call, out var root, out refusal))
        {
            return false;
        }

        ExpirationRule? rule = null;
        var points = 0L;
        if (!JsonBody.TryReadString(root, "name", out var name, out var problem)
            || !TryReadCount(root, out cards, out problem)
            || !ScheduleReader.TryCheckDates(root, out problem)
            || (TryFindCard(root, out var card)
                && (!TryReadPoints(card, out points, out problem) || !ScheduleReader.TryReadExpiration(card, out rule, out problem))))
        {
            refusal = Errors.InvalidPayload(call, problem!);
        }
        else if (string.IsNullOrWhiteSpace(name))
        {
            refusal = Errors.InvalidPayload(call, JsonBody.MissingProperty("name"));
        }
        else
        {
            campaign = new Campaign(store.Ids.NextCampaignId(), name, call.Now)
            {
                Expiration = rule,
                OpeningPoints = points,
                RedeemsAssignedOnly = true,
            };
            campaign.Settings.Merge(root);
        }

        return campaign is not null;
    }

    /// <summary>Reads an update.</summary>
    public static bool TryReadUpdate(SandboxCall call, out JsonElement root, [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        if (RequestBody.TryReadObject(call, out root, out refusal) && !ScheduleReader.TryCheckDates(root, out var problem))
        {
            refusal = Errors.InvalidPayload(call, problem!);
        }

        return refusal is null;
    }

    /// <summary>Applies an update. Metadata is merged key by key, and keys to unset are removed (assumed).</summary>
    public static void Update(Campaign campaign, JsonElement root)
    {
        var settings = campaign.Settings;
        var before = settings.FindObject("metadata");
        settings.Merge(root, Campaign.Changeable);
        var metadata = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var part in new[] { before, settings.FindObject("metadata") })
        {
            foreach (var property in part?.EnumerateObject().AsEnumerable() ?? [])
            {
                metadata[property.Name] = property.Value;
            }
        }

        var unset = ReadUnsetFields(root);
        var json = JsonBuffer.WriteObject(writer =>
        {
            foreach (var (name, value) in metadata.Where(property => !unset.Contains(property.Key)))
            {
                writer.WriteRaw(name, value);
            }
        });
        using var document = JsonDocument.Parse(json);
        settings.Set("metadata", document.RootElement);
    }

    private static HashSet<string> ReadUnsetFields(JsonElement root) =>
        root.TryGetProperty("unset_metadata_fields", out var names) && names.ValueKind == JsonValueKind.Array
            ? names.EnumerateArray()
                .Select(static name =>
                    name.ValueKind == JsonValueKind.String && JsonBody.TryDecode(name, out var key) ? key! : string.Empty)
                .ToHashSet(StringComparer.Ordinal)
            : [];

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
            problem = JsonInteger.TryRead(json, out var number) && number is >= 0 and <= MaxCards
                ? null
                : $"Property .vouchers_count must be an integer from 0 to {MaxCards}";
            count = (int)number;
        }

        return problem is null;
    }

    private static bool TryFindCard(JsonElement root, out JsonElement card)
    {
        card = default;
        return JsonBody.TryFindObject(root, "voucher", out var voucher) && JsonBody.TryFindObject(voucher, "loyalty_card", out card);
    }
}
