using Spectre.Console;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tool.Rendering;

/// <summary>A table of transactions, in the given order.</summary>
internal static class TransactionTable
{
    /// <summary>The columns that a narrow terminal loses first: the reason, the balance, the type, the id.</summary>
    public static int[] DropOrder { get; } = [4, 3, 1, 5];

    public static Table Of(IEnumerable<LoyaltyTransaction> transactions)
    {
        var table = Tables.Create()
            .Left("Time (UTC)")
            .Left("Type")
            .Right("Points")
            .Right("Balance")
            .Wrapping("Reason")
            .Wrapping("source_id");
        foreach (var transaction in transactions)
        {
            AddRow(table, transaction);
        }

        return table;
    }

    private static void AddRow(Table table, LoyaltyTransaction transaction)
    {
        var points = SignedPoints.Of(transaction);
        table.AddRow(
            SafeText.Cell(Format.Time(transaction.CreatedAt)),
            SafeText.Cell(TypeOf(transaction)),
            SafeText.Cell(Format.Signed(points), new Style(Format.ColorOf(points))),
            SafeText.Cell(Format.Points(transaction.Balance)),
            SafeText.Cell(transaction.Reason ?? Format.Missing),
            SafeText.Cell(transaction.SourceId.Length > 0 ? transaction.SourceId : Format.Missing));
    }

    // For example, POINTS_TRANSFER_IN becomes "transfer in".
    private static string TypeOf(LoyaltyTransaction transaction)
    {
        const string Prefix = "POINTS_";
        var type = transaction.Type?.Value ?? Format.Missing;
        return Format.Words(type.StartsWith(Prefix, StringComparison.Ordinal) ? type[Prefix.Length..] : type);
    }
}
