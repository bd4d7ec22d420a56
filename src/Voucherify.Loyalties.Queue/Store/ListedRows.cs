using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Queue.Store;

/// <summary>Finds the rows that the transactions of a list belong to.</summary>
internal static class ListedRows
{
    /// <summary>Whether a transaction may be an adjustment of the queue.</summary>
    public static bool IsAdjustment(this LoyaltyTransaction transaction) => transaction.SourceId.Length > 0
        && (transaction.Type == LoyaltyTransactionType.PointsAddition || transaction.Type == LoyaltyTransactionType.PointsRemoval);

    /// <summary>Gives points the sign that the type of a transaction says: less than zero for a removal.</summary>
    public static long Signed(this LoyaltyTransaction transaction, long points) =>
        transaction.Type == LoyaltyTransactionType.PointsRemoval ? -Math.Abs(points) : Math.Abs(points);

    /// <summary>
    /// Finds the rows with these ids, on the cards with these ids, in one query. While the id of its card is not known, a row is not among
    /// them: another card may have one with the same id.
    /// </summary>
    /// <returns>The rows of each pair of ids, and the lines of all.</returns>
    public static (ILookup<(string SourceId, string? VoucherId), StoredAdjustment> Rows, IReadOnlyDictionary<string, CardLine> Lines)
        FindListedRows(this IQueueRows rows, IEnumerable<(string SourceId, string VoucherId)> ids)
    {
        var found = rows.FindListed([.. ids.Distinct()]);
        var lines = rows.LinesOf(found);
        return (found.ToLookup(row => (row.Item.SourceId, lines[row.Item.LineKey].VoucherId)), lines);
    }
}
