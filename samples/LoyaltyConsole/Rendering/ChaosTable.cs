using System.Globalization;
using LoyaltyConsole.Chaos;
using Spectre.Console;

namespace LoyaltyConsole.Rendering;

/// <summary>A table that compares the results of two clients.</summary>
internal static class ChaosTable
{
    public static Table Of(ChaosResult naive, ChaosResult ours)
    {
        var table = Tables.Create().Left("In the sandbox's journal").Right("Refit + Polly").Right("This package");
        Add(table, "applied once", naive, ours, static result => result.AppliedOnce);
        Add(table, "applied twice or more", naive, ours, static result => result.AppliedTwiceOrMore, isBad: true);
        Add(table, "extra credits", naive, ours, static result => result.ExtraCredits, isBad: true);
        Add(table, "lost", naive, ours, static result => result.Lost, isBad: true);
        Add(table, "left unknown to the caller", naive, ours, static result => result.LeftUnknown, isBad: true);
        Add(table, "calls made: POST", naive, ours, static result => result.Posts);
        Add(table, "calls made: GET", naive, ours, static result => result.Gets);
        Add(table, "faults met", naive, ours, static result => result.Faults);
        Add(table, "faults met by adjustments", naive, ours, static result => result.FaultsOnAdjustments);
        return table.AddRow(SafeText.Cell("seconds"), Seconds(naive.Time), Seconds(ours.Time));
    }

    private static void Add(
        Table table, string name, ChaosResult naive, ChaosResult ours, Func<ChaosResult, int> number, bool isBad = false) =>
        table.AddRow(SafeText.Cell(name), Number(number(naive), isBad), Number(number(ours), isBad));

    private static Text Number(int number, bool isBad) => SafeText.Cell(Format.Points(number), new Style(ColorOf(number, isBad)));

    private static Color ColorOf(int number, bool isBad) => (isBad, number) switch
    {
        (false, _) => Color.Default,
        (true, 0) => Color.Green,
        _ => Color.Red,
    };

    private static Text Seconds(TimeSpan time) => SafeText.Cell(time.TotalSeconds.ToString("N1", CultureInfo.InvariantCulture));
}
