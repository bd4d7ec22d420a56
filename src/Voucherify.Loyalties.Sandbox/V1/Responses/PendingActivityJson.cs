using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes the part of an activity that describes its pending points.</summary>
internal static class PendingActivityJson
{
    public static void Write(Utf8JsonWriter writer, ActivityEntry entry, PendingEntry pending)
    {
        writer.WriteObject("pending_points", inner => PendingPointsJson.Write(inner, pending));
        writer.WriteObject("order", inner => OrderJson.Write(inner, pending.Order, pending.Card));
        if (entry.Transaction is null)
        {
            var (change, total) = entry.PendingBalance;
            writer.WriteObject("voucher_pending_points_balance", inner => BalanceJson.Write(inner, entry.Card, change, total, total));
        }
    }
}
