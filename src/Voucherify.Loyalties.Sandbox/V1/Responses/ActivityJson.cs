using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>
/// An activity with its payload, by the type's schema (D). Balances are those of the moment; cards, customers and campaigns
/// inside are shown as they are now (A).
/// </summary>
internal static class ActivityJson
{
    public static void Write(Utf8JsonWriter writer, ActivityEntry entry, Customer? customer)
    {
        writer.WriteString("id", entry.Id);
        writer.WriteString("type", entry.Type);
        writer.WriteObject("data", data =>
        {
            data.WriteObject("data", payload => WritePayload(payload, entry, customer));
            data.WriteObject("event_source", source => WriteSource(source, entry));
        });
        writer.WriteInstant("created_at", entry.CreatedAt);

        // D: the request that caused it; absent where time did (A).
        if (entry.RequestId is { } request)
        {
            writer.WriteString("group_id", request);
        }
    }

    private static void WriteSource(Utf8JsonWriter writer, ActivityEntry entry)
    {
        writer.WriteString("channel", entry.RequestId is null ? "INTERNAL" : "API");
        if (entry.RequestId is not null)
        {
            writer.WriteObject("api_key", static key => key.WriteString("name", "Sandbox"));
        }
    }

    private static void WritePayload(Utf8JsonWriter writer, ActivityEntry entry, Customer? customer)
    {
        writer.WriteObject("customer", inner => WriteCustomer(inner, entry.Card, customer));
        writer.WriteObject("campaign", inner => CampaignJson.WriteSummary(inner, entry.Card.Campaign, entry.CreatedAt));
        if (entry.TierBefore is null && entry.TierAfter is null)
        {
            writer.WriteObject("voucher", inner => MemberJson.WriteSummary(inner, entry.Card));
        }

        WriteTiers(writer, entry);
        WriteTransaction(writer, entry);
        WritePending(writer, entry);
        if (entry.Type is ActivityType.Published)
        {
            WritePublication(writer, entry);
        }
    }

    private static void WriteCustomer(Utf8JsonWriter writer, Card card, Customer? customer)
    {
        writer.WriteString("id", card.HolderId);
        writer.WriteString("source_id", customer?.SourceId);
        writer.WriteString("name", customer?.Name);
        writer.WriteString("email", customer?.Email);
        writer.WriteString("object", "customer");
    }

    private static void WriteTiers(Utf8JsonWriter writer, ActivityEntry entry)
    {
        var isOne = entry.TierBefore is null || entry.TierAfter is null;
        Write(isOne ? "loyalty_tier" : "loyalty_tier_from", entry.TierBefore);
        Write(isOne ? "loyalty_tier" : "loyalty_tier_to", entry.TierAfter);
        if (entry.TierBefore is not null || entry.TierAfter is not null)
        {
            writer.WriteInstant("created_at", entry.CreatedAt);
        }

        void Write(string name, Tier? tier)
        {
            if (tier is not null)
            {
                writer.WriteObject(name, inner => TierJson.Write(inner, tier, entry.Card.Campaign));
            }
        }
    }

    private static void WriteTransaction(Utf8JsonWriter writer, ActivityEntry entry)
    {
        if (entry.Transaction is not { } transaction)
        {
            return;
        }

        if (entry.Type is ActivityType.Redeemed)
        {
            writer.WriteObject("redemption", inner => WriteRedemption(inner, transaction));
            return;
        }

        if (entry.Type is ActivityType.PointsExpired)
        {
            writer.WriteNumber("points", -transaction.Points);
            writer.WriteStartArray("buckets");
            JsonResponse.WriteRows(writer, transaction.Buckets, (inner, bucket) => BucketJson.Write(inner, entry.Card, bucket, "EXPIRED"));
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteObject("balance", inner => BalanceJson.WriteMembers(inner, entry.Card, transaction.Points, transaction.Total, transaction.Balance));
        }

        if (transaction.OtherCard is { } other)
        {
            writer.WriteObject(transaction.Points < 0 ? "destination_voucher" : "source_voucher", inner => MemberJson.WriteSummary(inner, other));
        }

        if (entry.Type is ActivityType.RewardedPoints && transaction.Rule is { } rule)
        {
            writer.WriteObject("earning_rule", inner => EarningRuleJson.Write(inner, rule, entry.Card.Campaign));
        }
        else
        {
            writer.WriteObject("transaction", inner => TransactionJson.Write(inner, transaction));
        }

        WriteOrder(writer, transaction.Order);
    }

    private static void WriteRedemption(Utf8JsonWriter writer, Transaction transaction)
    {
        writer.WriteString("id", transaction.RedemptionId);
        writer.WriteInstant("date", transaction.CreatedAt);
        writer.WriteString("customer_id", transaction.Card.HolderId);
        writer.WriteRaw("metadata", transaction.Metadata);
        writer.WriteString("result", "SUCCESS");
        writer.WriteString("status", "SUCCEEDED");
        writer.WriteObject("reward", reward =>
        {
            reward.WriteString("id", transaction.Reward?.Id);
            reward.WriteString("name", transaction.Reward?.Name);
            reward.WriteString("object", "reward");
        });
        writer.WriteObject("loyalty_card", card => card.WriteNumber("points", -transaction.Points));
        writer.WriteString("object", "redemption");
    }

    private static void WritePending(Utf8JsonWriter writer, ActivityEntry entry)
    {
        if (entry.Pending is not { } pending)
        {
            return;
        }

        writer.WriteObject("pending_points", inner => PendingPointsJson.Write(inner, pending));
        if (entry.Transaction is null)
        {
            var (change, total) = entry.PendingBalance;
            writer.WriteObject("voucher_pending_points_balance", inner => BalanceJson.WriteMembers(inner, entry.Card, change, total, total));
            WriteOrder(writer, pending.Order);
        }
    }

    private static void WriteOrder(Utf8JsonWriter writer, Order? order)
    {
        if (order is null)
        {
            return;
        }

        writer.WriteObject("order", inner =>
        {
            inner.WriteString("id", order.Id);
            inner.WriteString("source_id", order.SourceId);
            inner.WriteString("status", "PAID");
            inner.WriteNumber("amount", order.Amount);
            inner.WriteNumber("discount_amount", order.DiscountAmount);
            inner.WriteNumber("total_amount", order.TotalAmount);
            inner.WriteString("object", "order");
        });
    }

    private static void WritePublication(Utf8JsonWriter writer, ActivityEntry entry) => writer.WriteObject("publication", publication =>
    {
        publication.WriteString("customer_id", entry.Card.HolderId);
        publication.WriteInstant("created_at", entry.CreatedAt);
        publication.WriteString("result", "SUCCESS");
        publication.WriteString("channel", "API");
        publication.WriteObject("voucher", voucher =>
        {
            voucher.WriteString("code", entry.Card.Code);
            voucher.WriteString("campaign", entry.Card.Campaign.Name);
            voucher.WriteString("object", "voucher");
        });
        publication.WriteString("object", "publication");
    });
}
