using System.Text;

namespace Voucherify.Loyalties.Queue.Tests.Jobs;

/// <summary>Files with comma-separated values.</summary>
public sealed class CsvTests
{
    [Fact]
    public async Task Columns_may_stand_in_any_order_and_values_may_be_quoted()
    {
        var items = await ReadAsync("points,source_id,member_id,reason\n5,a,ANNA,\"Gift, \"\"large\"\"\nand long\"\n\n-3,b,BEN,\n");

        Assert.Equal(
            [
                new QueuedAdjustment
                {
                    MemberId = "ANNA", Points = 5, SourceId = "a", Reason = "Gift, \"large\"\nand long", CampaignId = "Club",
                },
                new QueuedAdjustment { MemberId = "BEN", Points = -3, SourceId = "b", CampaignId = "Club" },
            ],
            items);
    }

    [Fact]
    public async Task All_wrong_lines_are_named_and_none_is_skipped()
    {
        const string Csv = "member_id,points,source_id\nANNA,1,a\nANNA,1.5,b\nANNA,0,c\nANNA,1,\nANNA,1,d,e\n";

        var error = await Assert.ThrowsAsync<CsvException>(() => ReadAsync(Csv));

        Assert.Equal([3L, 4L, 5L, 6L], error.Problems.Select(static problem => problem.Line));
        Assert.All(error.Problems, static problem => Assert.DoesNotContain("ANNA", problem.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("member_id,points\n")]
    [InlineData("member_id,points,source_id,color\n")]
    [InlineData("member_id,points,source_id,points\n")]
    public async Task A_file_without_its_columns_is_refused(string csv) =>
        Assert.Equal(1, Assert.Single((await Assert.ThrowsAsync<CsvException>(() => ReadAsync(csv))).Problems).Line);

    [Fact]
    public void An_item_does_not_print_its_card() => Assert.DoesNotContain(
        "ANNA", new QueuedAdjustment { MemberId = "ANNA", Points = 5, SourceId = "a" }.ToString(), StringComparison.Ordinal);

    private static async Task<List<QueuedItem>> ReadAsync(string csv)
    {
        var items = new List<QueuedItem>();
        await foreach (var item in AdjustmentCsv.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "Club"))
        {
            items.Add(item);
        }

        return items;
    }
}
