using Spectre.Console;
using Voucherify.Loyalties.Sandbox.V1;

namespace LoyaltyConsole.Rendering;

/// <summary>A table of the buckets of a card before and after a removal, in the order of their use.</summary>
internal static class BucketTable
{
    private const int MaxBarLength = 20;

    public static Table Of(SandboxCard before, SandboxCard after, bool unicode)
    {
        var (left, used) = unicode ? ('█', '░') : ('#', '.');
        var max = before.Buckets.Max(bucket => bucket.Points);
        var table = Tables.Create().Left("Expires").Right("Before").Right("Used").Right("After").Left($"{left} left {used} used");
        foreach (var (bucket, points) in before.Buckets.Join(after.Buckets, old => old.Id, now => now.Id, (old, now) => (old, now.Points)))
        {
            var usedPoints = points - bucket.Points;
            table.AddRow(
                SafeText.Cell(bucket.ExpiresOn is { } day ? Format.Day(day) : "never"),
                SafeText.Cell(Format.Points(bucket.Points)),
                SafeText.Cell(Format.Signed(usedPoints), new Style(Format.ColorOf(usedPoints))),
                SafeText.Cell(Format.Points(points)),
                Bar(left, used, Length(points, max), Length(bucket.Points, max)));
        }

        return table;
    }

    private static Paragraph Bar(char left, char used, int leftLength, int length) => new Paragraph()
        .Append(new string(left, leftLength), new Style(Color.Green))
        .Append(new string(used, length - leftLength), new Style(Color.Red));

    private static int Length(long points, long max) => (int)Math.Round(points * (double)MaxBarLength / max);
}
