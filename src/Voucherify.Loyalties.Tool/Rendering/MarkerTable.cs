using System.Globalization;
using Spectre.Console;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tool.Rendering;

/// <summary>A table of what the test of the marker has found.</summary>
internal static class MarkerTable
{
    public static Table Of(MarkerReport report) => Tables.Create().HideHeaders().Left("").Wrapping("")
        .AddRow(Name("Marker"), SafeText.Cell(Format.Words(report.State.ToString())))
        .AddRow(Name("Reason sent"), SafeText.Cell(report.Sent))
        .AddRow(Name("Reason listed"), SafeText.Cell(report.Listed ?? Format.Missing))
        .AddRow(Name("Listed after"), Seconds(report.ListedAfter))
        .AddRow(Name("Approved after"), Seconds(report.ApprovedAfter));

    private static Text Name(string name) => SafeText.Cell(name, new Style(decoration: Decoration.Dim));

    private static Text Seconds(TimeSpan time) => SafeText.Cell(time.TotalSeconds.ToString("N1", CultureInfo.InvariantCulture) + " s");
}
