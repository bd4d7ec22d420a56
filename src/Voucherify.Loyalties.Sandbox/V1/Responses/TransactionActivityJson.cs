using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes the part of an activity that describes its transaction.</summary>
internal static class TransactionActivityJson
{
    public static void Write(Utf8JsonWriter writer, string type, Transaction transaction)
    {
        if (transaction.Redemption is { } redemption)
        {
            writer.WriteObject("redemption", inner => RedemptionJson.WriteActivity(inner, redemption, transaction));
            return;
        }

        var card = transaction.Card;
        if (type is ActivityType.PointsExpired)
        {
            writer.WriteNumber("points", -transaction.Points);
            writer.WriteArray("buckets", transaction.Buckets, (inner, bucket) => BucketJson.Write(inner, card, bucket, "EXPIRED"));
        }
        else
        {
            writer.WriteObject("balance", inner => TransactionJson.WriteBalance(inner, transaction));
        }

        TransactionJson.WriteOtherCard(writer, transaction);
        if (type is ActivityType.RewardedPoints && transaction.Rule is { } rule)
        {
            writer.WriteObject("earning_rule", inner => EarningRuleJson.Write(inner, rule, card.Campaign));
        }
        else
        {
            writer.WriteObject("transaction", inner => TransactionJson.Write(inner, transaction));
        }

        if (transaction.Order is { } order)
        {
            writer.WriteObject("order", inner => OrderJson.Write(inner, order));
        }
    }
}
