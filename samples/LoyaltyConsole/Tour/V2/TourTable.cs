using Spectre.Console;
using Voucherify.Loyalties.V2;

namespace LoyaltyConsole.Tour.V2;

/// <summary>A table of transactions that are all approved, for a terminal of 80 columns.</summary>
internal static class TourTable
{
    public static Table Of(IEnumerable<CardTransaction> transactions)
    {
        var table = Tables.Create().Left("Day").Left("Type").Right("Points").Left("Reason");
        foreach (var transaction in transactions)
        {
            var points = SignedPoints.Of(transaction);
            table.AddRow(
                SafeText.Cell(Format.Day(transaction.CreatedAt is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null)),
                SafeText.Cell(Format.Words(transaction.Type)),
                SafeText.Cell(Format.Signed(points), new Style(Format.ColorOf(points))),
                SafeText.Cell(transaction.Details?.Reason ?? Format.Missing));
        }

        return table;
    }
}
