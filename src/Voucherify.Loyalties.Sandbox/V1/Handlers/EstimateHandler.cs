using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Requests;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>
/// Says what an order would earn, by the rules for paid orders (D): fixed points and points for the amount of the order. A
/// rule of another kind makes the whole estimate 501, rather than a number that is too low.
/// </summary>
internal sealed class EstimateHandler(ResourceLocator members, CardRegistry register, CustomerRegistry customers, TierTracker watch, OrderLedger orders)
{
    public SandboxResponse Estimate(SandboxCall call)
    {
        if (!RequestBody.TryReadObject(call, out var root, out var refusal))
        {
            return refusal;
        }

        if (!CustomerReader.TryRead(root, out var ids, out _, out var problem) || !TryReadOrder(root, out var amount, out var total, out problem))
        {
            return Errors.InvalidPayload(call, problem!);
        }

        if (!members.TryFindCampaign(call, out var campaign, out refusal))
        {
            return refusal;
        }

        var holder = (customers.Find(ids.Id) ?? customers.Find(ids.SourceId))?.Id ?? ids.Id;
        var card = register.CardsOf(campaign).FirstOrDefault(row => row.HolderId is not null && row.HolderId == holder);
        return Refuse(call, campaign, card) ?? Answer(call, campaign, card, amount, total);
    }

    private static SandboxResponse? Refuse(SandboxCall call, Campaign campaign, Card? card)
    {
        if (!campaign.IsActive(call.Now))
        {
            return Errors.CampaignNotActive(call, campaign.Name);
        }

        if (card is null && !campaign.IsAutoJoin)
        {
            return Errors.CampaignNotAllowAutoJoin(call, campaign.Name);
        }

        return Earnings.FindNotDone(campaign, call.Now) is { } rule
            ? Errors.NotSupportedHere(call, $"the points of the earning rule {rule.Id}: {Describe(rule.Formula)}")
            : null;
    }

    public static string Describe(PointsFormula formula) => formula.IsComputed ? $"{formula.Kind} with a points_formula" : formula.Kind;

    private SandboxResponse Answer(SandboxCall call, Campaign campaign, Card? card, long amount, long total)
    {
        var tier = card is null ? null : watch.Look(card, call.Id);
        var points = Earnings.Of(campaign, tier, amount, total, call.Now).Sum(earned => earned.Points);
        return JsonResponse.Of(200, writer =>
        {
            writer.WriteObject("campaign", inner =>
            {
                inner.WriteString("id", campaign.Id);
                inner.WriteString("name", campaign.Name);
                inner.WriteString("object", "campaign");
            });
            writer.WriteNumber("points_estimation", points);
        });
    }

    // Data goes before what is known of the order (D). Without an amount the items make it up (A).
    private bool TryReadOrder(JsonElement root, out long amount, out long total, out string? problem)
    {
        (amount, total, problem) = (0, 0, "Payload should have required property 'order'");
        if (!root.TryGetProperty("order", out var order) || order.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var known = orders.Find(JsonBody.Text(order, "id")) ?? orders.Find(JsonBody.Text(order, "source_id"));
        var before = Number(order, "amount") ?? ItemsOf(order) ?? known?.Amount;
        problem = before is null ? "Property .order.amount must be integer" : null;
        amount = before ?? 0;
        total = amount - (Number(order, "discount_amount") ?? known?.DiscountAmount ?? 0);
        return problem is null;
    }

    private static long? ItemsOf(JsonElement order) =>
        order.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array && items.GetArrayLength() > 0
            ? (long)Math.Clamp(items.EnumerateArray().Sum(AmountOf), -JsonInteger.Largest, JsonInteger.Largest)
            : null;

    private static decimal AmountOf(JsonElement item) =>
        Number(item, "amount") ?? (long)Int128.Clamp((Int128)(Number(item, "price") ?? 0) * (Number(item, "quantity") ?? 1), -JsonInteger.Largest, JsonInteger.Largest);

    private static long? Number(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && JsonInteger.TryRead(value, out var number) ? number : null;
}
