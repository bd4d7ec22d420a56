using System.Globalization;
using Voucherify.Loyalties.Queue;
using Voucherify.Loyalties.TestSupport;

namespace Voucherify.Loyalties.Benchmarks.Jobs;

/// <summary>The lines of a large job: ten for each card.</summary>
internal static class JobLines
{
    public const string Campaign = "camp_1";

    private const int LinesPerCard = 10;

    /// <summary>Returns the file of the job, which is made while it is read.</summary>
    public static Stream Csv(int count) => new LineStream(Lines(count));

    /// <summary>The id of a line.</summary>
    public static string SourceOf(long line) => string.Create(CultureInfo.InvariantCulture, $"credit-2026-11-{line:0000000}");

    /// <summary>The id of the card of a line in lists.</summary>
    public static string VoucherOf(long line) => string.Create(CultureInfo.InvariantCulture, $"v_{line / LinesPerCard:0000000}");

    /// <summary>The id of the card of an item in lists.</summary>
    public static string VoucherOf(QueuedAdjustment item) => "v_" + item.MemberId["CARD".Length..];

    private static IEnumerable<string> Lines(int count)
    {
        yield return "member_id,points,source_id,campaign_id";
        for (var line = 0; line < count; line++)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"CARD{line / LinesPerCard:0000000},100,{SourceOf(line)},{Campaign}");
        }
    }
}
