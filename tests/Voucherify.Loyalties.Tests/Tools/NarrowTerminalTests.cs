using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Samples;

namespace Voucherify.Loyalties.Tests.Tools;

/// <summary>Tables on terminals of 40 to 120 columns: they lose columns, not letters.</summary>
public sealed class NarrowTerminalTests
{
    private static readonly string[] Headers = ["Time (UTC)", "Type", "Points", "Balance", "Reason", "source_id"];

    [Theory]
    [InlineData(40)]
    [InlineData(50)]
    [InlineData(60)]
    [InlineData(70)]
    [InlineData(80)]
    [InlineData(120)]
    public async Task A_list_of_transactions_loses_columns_but_no_letters(int width)
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        sandbox.V1.AddCard("ANNA", points: 1_234_567);
        var project = ProjectVariables.For(sandbox);
        await ToolRun.OfAsync(["adjust", "ANNA", "-1234", "--source-id", "order-1001", "--reason", "Cinema"], project);

        var run = await ToolRun.OfAsync(["transactions", "ANNA"], project, width);

        var rows = RowsOf(run);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= width, line));
        Assert.Subset(Headers.ToHashSet(), rows[0].ToHashSet());
        Assert.Contains("Points", rows[0]);
        Assert.Contains("-1,234", rows[1]);
        Assert.Equal(rows[0].Contains("source_id"), rows[1].Contains("order-1001"));
        Assert.Equal(rows[0].Contains("Balance"), rows[1].Contains("1,233,333"));
        Assert.DoesNotContain("…", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wide_terminal_has_every_column_and_a_narrow_one_the_time_and_the_points()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        sandbox.V1.AddCard("ANNA");
        var project = ProjectVariables.For(sandbox);
        await ToolRun.OfAsync(["adjust", "ANNA", "5"], project);

        var wide = await ToolRun.OfAsync(["transactions", "ANNA"], project, width: 120);
        var narrow = await ToolRun.OfAsync(["transactions", "ANNA"], project, width: 40);

        Assert.Equal(Headers, RowsOf(wide)[0]);
        Assert.Equal(["Time (UTC)", "Points"], RowsOf(narrow)[0]);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public async Task A_card_of_v2_is_shown_with_whole_ids(int width)
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        var member = sandbox.V2.AddMember(sandbox.V2.AddProgram().Id, points: 50);

        var run = await ToolRun.OfAsync(
            ["show", "--v2", $"{member.ProgramId}/{member.Id}/{member.CardId}"], ProjectVariables.For(sandbox), width);

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            new[] { member.ProgramId, member.Id, member.CardId },
            id => Assert.Contains(id, run.Output, StringComparison.Ordinal));
    }

    private static List<string[]> RowsOf(ToolRun run) =>
    [
        .. run.Output.Split('\n')
            .Where(static line => line.StartsWith('│'))
            .Select(static line => line.TrimEnd().Trim('│').Split('│', StringSplitOptions.TrimEntries)),
    ];
}
