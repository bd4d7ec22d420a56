using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes what moved on a card in a period (documented).</summary>
internal static class CardReportJson
{
    public static void Write(Utf8JsonWriter writer, DateOnly begin, IEnumerable<CardTransaction> rows)
    {
        var sums = rows.GroupBy(static row => row.Movement.Type, StringComparer.Ordinal)
            .ToDictionary(
                static group => group.Key,
                static group => group.Sum(static row => Math.Abs(row.Movement.Change == 0 ? row.Movement.Points : row.Movement.Change)),
                StringComparer.Ordinal);
        long Sum(params string[] types) => types.Sum(type => sums.GetValueOrDefault(type));
        var earned = Sum(CardTransactionType.PointsEarned, CardTransactionType.PendingPointsActivated);
        var (added, purchased) = (Sum(CardTransactionType.AdminCredit), Sum(CardTransactionType.PointsPurchased));
        writer.WriteDay("date", begin);
        writer.WriteNumber("points_total", earned + added + purchased);
        writer.WriteNumber("points_earned", earned);
        writer.WriteNumber("points_added", added);
        writer.WriteNumber("points_purchased", purchased);
        writer.WriteNumber("points_purchased_reversed", Sum(CardTransactionType.PointsPurchaseReversed));
        writer.WriteNumber("points_subtracted", Sum(CardTransactionType.AdminDebit));
        writer.WriteNumber("points_expired", Sum(CardTransactionType.PointsExpired, CardTransactionType.AdminPointsExpiration));
        writer.WriteNumber("points_spent", Sum(CardTransactionType.PointsSpentOnOrder, CardTransactionType.PointsSpentOnReward));
        writer.WriteNumber("points_refunded", Sum(CardTransactionType.PointsRefunded));
        writer.WriteNumber("points_returned", Sum(CardTransactionType.PointsReturned));
        writer.WriteNumber("points_locked", 0);
        writer.WriteNumber("points_unlocked", 0);
        writer.WriteNumber("pending_points_total", Sum(CardTransactionType.PendingPointsAdded));
        writer.WriteNumber("pending_points_activated", Sum(CardTransactionType.PendingPointsActivated));
        writer.WriteNumber("pending_points_canceled", Sum(CardTransactionType.PendingPointsCanceled));
        writer.WriteString("object", "card_daily_report");
    }
}
