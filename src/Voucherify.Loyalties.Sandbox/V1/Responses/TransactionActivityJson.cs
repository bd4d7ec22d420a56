using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes the part of an activity that describes its transaction.</summary>
internal static class TransactionActivityJson
{
    public static void Write(Utf8JsonWriter writer, string type, Transaction transaction, Customer? customer)
    {
        var card = transaction.Card;
        if (transaction.Redemption is { } redemption)
        {
            RedemptionJson.WriteActivity(writer, redemption, card);
            return;
        }

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
            EarningJson.WriteActivity(writer, transaction, rule, customer);
        }
        else
        {
            writer.WriteObject("transaction", inner => TransactionJson.Write(inner, transaction));
        }

        // The order of pending points is written beside them.
        if (transaction is { Order: { } order, Pending: null })
        {
            writer.WriteObject("order", inner => OrderJson.Write(inner, order, card));
        }
    }
}
