using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V1;

namespace Voucherify.Loyalties.Tests.Samples;

/// <summary><c>show</c> and <c>transactions</c> of the sample.</summary>
public sealed class ShowTests
{
    [Fact]
    public async Task A_card_is_shown_with_its_balance_and_what_expires_next()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        sandbox.V1.AddCampaign("Club");
        sandbox.V1.AddCard(
            new SandboxCardSeed { Code = "CARD", Campaign = "Club", Points = [new(1200), new(30, new DateOnly(2999, 12, 31))] });

        var run = await SampleRun.OfAsync(["show", "CARD"], ProjectVariables.For(sandbox));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Balance", "1,230"], run.Rows.Single(static row => row[0] == "Balance"));
        Assert.Equal(["Next expiry", "30 on 2999-12-31"], run.Rows.Single(static row => row[0] == "Next expiry"));
        Assert.Equal(["Program", "Club"], run.Rows.Single(static row => row[0] == "Program"));
    }

    [Fact]
    public async Task The_show_command_without_a_project_uses_the_cards_of_the_demo()
    {
        var run = await SampleRun.OfAsync("show", "BEN", "--campaign", "Demo Rewards");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Next expiry", "none"], run.Rows.Single(static row => row[0] == "Next expiry"));
    }

    [Fact]
    public async Task The_transactions_command_lists_the_newest_first_up_to_its_limit()
    {
        var run = await SampleRun.OfAsync("transactions", "ANNA", "--limit", "2");

        Assert.Equal(["reward-32", "order-1001"], run.Rows.Skip(1).Select(static row => row[5]));
    }

    [Fact]
    public async Task The_transactions_command_reports_a_card_without_transactions()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        sandbox.V1.AddCard("[red]CARD");

        var run = await SampleRun.OfAsync(["transactions", "[red]CARD"], ProjectVariables.For(sandbox));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("[red]CARD has no transactions.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_and_control_characters_in_data_are_shown_as_plain_text()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        sandbox.V1.AddCard("[red]CARD[/]");
        var project = ProjectVariables.For(sandbox);

        var adjusted = await SampleRun.OfAsync(
            ["adjust", "[red]CARD[/]", "5", "--reason", "[/] \e[2Jx\ny", "--source-id", "[link=x]"], project);
        var listed = await SampleRun.OfAsync(["transactions", "[red]CARD[/]"], project);
        var shown = await SampleRun.OfAsync(["show", "[red]CARD[/]"], project);

        Assert.Contains("[red]CARD[/]  +5 points", adjusted.Output, StringComparison.Ordinal);
        Assert.Contains("source_id [link=x]", adjusted.Output, StringComparison.Ordinal);
        Assert.Equal(["[/]  [2Jx y", "[link=x]"], listed.Rows.Last()[4..]);
        Assert.Equal("[red]CARD[/]", shown.Rows.First()[1]);
    }
}
