using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties.V2;

namespace LoyaltyConsole.Tour.V2;

/// <summary>A table of transactions that fits a narrow terminal.</summary>
internal static class TourTable
{
    public static Table Of(IEnumerable<CardTransaction> transactions)
    {
        var table = Tables.Create().Left("Day").Left("Type").Right("Points").Left("Status").Wrapping("Reason");
        foreach (var transaction in transactions)
        {
            var points = SignedPoints.Of(transaction);
            table.AddRow(
                SafeText.Cell(Format.Day(transaction.CreatedAt is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null)),
                SafeText.Cell(Format.Words(transaction.Type)),
                SafeText.Cell(Format.Signed(points), new Style(Format.ColorOf(points))),
                SafeText.Cell(Format.Words(transaction.Status)),
                SafeText.Cell(transaction.Details?.Reason ?? Format.Missing));
        }

        return table;
    }
}
