using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Spends points of a card on a reward with a fixed price. Paying an order with points is not done.</summary>
internal sealed class RedemptionHandler(
    LoyaltySandboxOptions options,
    ResourceLocator members,
    CardRegistry register,
    IdGenerator ids,
    PointsLedger ledger,
    TierTracker watch)
{
    public SandboxResponse Redeem(SandboxCall call)
    {
        if (!MediaType.IsOrEmpty(call.Request, "application/json"))
        {
            return Errors.UnsupportedMediaType();
        }

        if (!JsonBody.TryParse(call.Request.Body, out var root, out var problem))
        {
            return Errors.InvalidPayload(call, problem!);
        }

        if (!members.TryFind(call, out var card, out var refusal))
        {
            return refusal;
        }

        // D: no reward; A: one without an id is none.
        if (FindRewardId(root) is not { Length: > 0 } id)
        {
            return Errors.MissingReward(call);
        }

        // To take the fixed price instead of the points that were named would let a test pass with a wrong number. A 400, since nothing was done.
        if (NamesPoints(root))
        {
            return Errors.NotSupportedHere(call, "payments with points: its rewards have a fixed price", status: 400);
        }

        var assignment = card.Campaign.FindAssignmentOf(id);
        return FindReward(call, card, assignment, id) is { } reward
            ? Refuse(call, card, reward) ?? Accept(call, card, reward, assignment, Metadata(root))
            : Errors.ResourceNotFound(call, "reward", id);
    }

    private static bool NamesPoints(JsonElement root) =>
        root.GetProperty("reward").TryGetProperty("points", out var points) && points.ValueKind != JsonValueKind.Null;

    private static JsonElement? Metadata(JsonElement root) =>
        root.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object ? metadata : null;

    // With its price for this card: the one of the assignment, as the tier changes it (D). What the campaign does not offer is
    // not found (A).
    private SandboxReward? FindReward(SandboxCall call, Card card, StoredAssignment? assignment, string id)
    {
        if (assignment is not null)
        {
            return assignment.Reward.Reward with { Points = RewardHandler.Price(assignment, watch.Look(card, call.Id)) };
        }

        return card.Campaign.RedeemsAssignedOnly ? null : register.FindReward(id)?.Reward;
    }

    private static string? FindRewardId(JsonElement root) =>
        root.TryGetProperty("reward", out var reward)
        && reward.ValueKind == JsonValueKind.Object
        && JsonBody.TryReadText(reward, "id", out var id, out _)
            ? id
            : null;

    private SandboxResponse? Refuse(SandboxCall call, Card card, SandboxReward reward)
    {
        if (card.HolderId is null && options.CardWithoutHolder == SandboxPolicy.Reject)
        {
            return Errors.NotPublished(call);
        }

        return card.ExpectedBalance < reward.Points ? Errors.PointsExceeded(call, card.Code) : null;
    }

    private SandboxResponse Accept(SandboxCall call, Card card, SandboxReward reward, StoredAssignment? assignment, JsonElement? metadata)
    {
        var redemptionId = ids.NextRedemptionId();
        var answer = JsonResponse.Of(200, writer => Write(writer, call, card, reward, redemptionId, assignment, metadata));
        ledger.Accept(new RedemptionEffect(card, reward, redemptionId, metadata, call.Id, call.EffectAt));
        return answer;
    }

    private static void Write(
        Utf8JsonWriter writer,
        SandboxCall call,
        Card card,
        SandboxReward reward,
        string redemptionId,
        StoredAssignment? assignment,
        JsonElement? metadata)
    {
        writer.WriteString("id", redemptionId);
        writer.WriteString("object", "redemption");
        writer.WriteInstant("date", call.Now);
        writer.WriteString("customer_id", card.HolderId);
        writer.WriteNull("tracking_id");
        writer.WriteRaw("metadata", metadata);
        writer.WriteString("result", "SUCCESS");
        writer.WriteString("status", "SUCCEEDED");
        writer.WriteStartObject("channel");
        writer.WriteString("channel_id", "sandbox");
        writer.WriteString("channel_type", "API");
        writer.WriteEndObject();
        writer.WriteString("related_object_type", "voucher");
        writer.WriteString("related_object_id", card.Id);
        writer.WriteStartObject("reward");
        writer.WriteString("id", reward.Id);
        writer.WriteString("name", reward.Name);
        writer.WriteString("assignment_id", assignment?.Id);
        writer.WriteString("object", "reward");
        writer.WriteEndObject();
        writer.WriteStartObject("loyalty_card");
        writer.WriteNumber("points", reward.Points);
        writer.WriteEndObject();
        writer.WriteStartObject("voucher");
        MemberJson.Write(writer, card, changed: card.Queued - reward.Points);
        writer.WriteEndObject();
    }
}
