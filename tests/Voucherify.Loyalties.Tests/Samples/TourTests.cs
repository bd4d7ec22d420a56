namespace Voucherify.Loyalties.Tests.Samples;

/// <summary><c>tour</c> of the sample.</summary>
public sealed class TourTests
{
    [Fact]
    public async Task The_tour_takes_a_member_from_an_empty_sandbox_to_expired_points()
    {
        var run = await SampleRun.OfAsync("tour");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            [
                "1. A program with a wallet, a rule, a reward and tiers",
                "2. A customer becomes a member",
                "3. A paid order earns points",
                "4. A gift whose response is lost counts once",
                "5. Points pay for a part of an order",
                "6. A reward is bought, and the purchase is refunded",
                "7. A large order lifts the member to another tier",
                "8. Points expire",
                "9. All transactions of the card, newest first",
            ],
            run.Lines.Where(static line => line.Length > 1 && char.IsDigit(line[0]) && line[1] is '.'));
        Assert.Equal(
            [
                "balance 0, tier Bronze", "balance 420, tier Bronze", "balance 470, tier Bronze", "balance 370, tier Bronze",
                "balance 220, tier Bronze", "balance 370, tier Bronze", "balance 570, tier Gold", "balance 0, tier Bronze",
            ],
            run.Lines.Select(static line => line.Trim()).Where(static line => line.StartsWith("balance", StringComparison.Ordinal)));
        Assert.Contains("The same call, made again, returns the same transaction and sends nothing.", run.Lines);
        Assert.Contains("The payment: 100 points pay 10.00, approved.", run.Lines);
        Assert.Contains("anna buys it: approved.", run.Lines);
    }

    [Fact]
    public async Task The_transactions_of_the_tour_are_those_of_its_steps()
    {
        var rows = (await SampleRun.OfAsync("tour")).Rows.Where(static row => row.Length == 4).Skip(1);

        Assert.Equal(
            [
                ("points expired", "-570"), ("points earned", "+200"), ("points returned", "+150"), ("points spent on reward", "-150"),
                ("points spent on order", "-100"), ("admin credit", "+50"), ("points earned", "+420"),
            ],
            rows.Select(static row => (row[1], row[2])));
    }

    [Fact]
    public async Task The_tour_of_version_1_walks_through_a_whole_program_and_succeeds()
    {
        var run = await SampleRun.OfAsync("tour", "--v1");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            [
                "1. A program with earning rules and tiers",
                "2. Members",
                "3. Paid orders earn points, and points decide the tier",
                "4. A transfer",
                "5. A reward",
                "6. Recent activity of anna, newest first",
                "7. An export of all transactions",
            ],
            run.Lines.Where(static line => line.Length > 1 && char.IsDigit(line[0]) && line[1] is '.'));
        Assert.Contains("ben gives 60 points to anna, who now has 720.", run.Lines);
        Assert.Contains("anna  buys a Mug for 300 points and has 420 left.", run.Lines);
        Assert.Contains("ben   cannot buy it: loyalty_card_points_exceeded.", run.Lines);
        Assert.Contains("SCHEDULED, then DONE. The exported file:", run.Lines);
    }

    [Fact]
    public async Task The_orders_of_the_tour_of_version_1_earn_the_estimated_points_and_gold_doubles_them()
    {
        var orders = (await SampleRun.OfAsync("tour", "--v1")).Rows.Where(static row => row.Length == 6).Skip(1);

        Assert.Equal(
            [
                ("anna", "420.00", "440", "+440", "440", "Bronze"),
                ("ben", "90.50", "110", "+110", "110", "Bronze"),
                ("anna", "80.00", "100", "+100", "540", "Gold"),
                ("anna", "50.00", "120", "+120", "660", "Gold"),
            ],
            orders.Select(static row => (row[0], row[1], row[2], row[3], row[4], row[5])));
    }

    [Fact]
    public async Task The_activity_and_the_export_of_the_tour_of_version_1_agree()
    {
        var run = await SampleRun.OfAsync("tour", "--v1");

        Assert.Equal(
            [
                ("loyalty tier downgraded", "Gold to Bronze"), ("redemption succeeded", "Mug for 300"),
                ("loyalty card points transferred", "+60, balance 720"), ("loyalty card points added", "+20, balance 660"),
                ("rewarded loyalty points", "20 points per order"),
            ],
            run.Rows.Where(static row => row.Length == 2).Skip(1).Take(5).Select(static row => (row[0], row[1])));
        var file = run.Lines.SkipWhile(static line => line.Trim() != "id,type,amount,balance").ToList();
        Assert.Equal(11, file.Count(static line => line.StartsWith("  vtx_", StringComparison.Ordinal)));
        Assert.Equal(
            ["POINTS_TRANSFER_OUT,-60,50", "POINTS_TRANSFER_IN,60,720", "POINTS_REDEMPTION,-300,420"],
            file.Skip(9).Take(3).Select(static line => line.Split(',', 2)[1]));
    }

    [Theory]
    [InlineData("tour")]
    [InlineData("tour", "--v1")]
    public async Task The_tour_shows_the_same_in_every_run_even_if_a_project_is_set(params string[] arguments)
    {
        var first = await SampleRun.OfAsync(arguments);
        var second = await SampleRun.OfAsync(arguments, ProjectVariables.For(new Uri("http://127.0.0.1:9")));

        Assert.Equal(first.Output, second.Output);
    }

    [Theory]
    [InlineData("tour")]
    [InlineData("tour", "--v1")]
    public async Task The_tour_fits_eighty_columns_and_each_table_row_one_line(params string[] arguments)
    {
        var run = await SampleRun.OfAsync(arguments, [], width: 80);

        Assert.DoesNotContain('\e', run.Output);
        Assert.All(run.Lines, static line => Assert.InRange(line.Length, 0, 80));
        Assert.All(run.Rows, static row => Assert.NotEmpty(row[0]));
    }

    [Theory]
    [InlineData("tour")]
    [InlineData("tour", "--v1")]
    public async Task Ctrl_C_ends_the_tour_with_exit_code_130(params string[] arguments)
    {
        using var ctrlC = new CancellationTokenSource();
        await ctrlC.CancelAsync();

        var run = await SampleRun.OfAsync(arguments, [], cancellationToken: ctrlC.Token);

        Assert.Equal(130, run.ExitCode);
    }
}
