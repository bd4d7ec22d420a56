using Spectre.Console;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tool.Rendering;

/// <summary>A table of transactions of version 2, in the given order. The reason ends with the marker of the client.</summary>
internal static class CardTransactionTable
{
    /// <summary>The columns that a narrow terminal loses first: the reason, the status, the type.</summary>
    public static int[] DropOrder { get; } = [4, 3, 1];

    public static Table Of(IEnumerable<CardTransaction> transactions)
    {
        var table = Tables.Create().Left("Time (UTC)").Left("Type").Right("Points").Wrapping("Status").Wrapping("Reason");
        foreach (var transaction in transactions)
        {
            var points = SignedPoints.Of(transaction);
            table.AddRow(
                SafeText.Cell(Format.Time(transaction.CreatedAt)),
                SafeText.Cell(Format.Words(transaction.Type)),
                SafeText.Cell(Format.Signed(points), new Style(Format.ColorOf(points))),
                SafeText.Cell(StatusOf(transaction)),
                SafeText.Cell(transaction.Details?.Reason ?? Format.Missing));
        }

        return table;
    }

    private static string StatusOf(CardTransaction transaction)
    {
        var status = Format.Words(transaction.Status);
        return transaction.Details?.Rejection?.Reason is { } reason ? $"{status}: {reason}" : status;
    }
}
