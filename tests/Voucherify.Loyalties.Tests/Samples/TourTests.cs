namespace Voucherify.Loyalties.Tests.Samples;

/// <summary><c>tour</c> of the sample.</summary>
public sealed class TourTests
{
    [Fact]
    public async Task The_tour_walks_through_a_whole_program_and_succeeds()
    {
        var run = await SampleRun.OfAsync("tour");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            [
                "1. A program with earning rules and tiers",
                "2. Members",
                "3. Paid orders earn points, and points make a tier",
                "4. A transfer",
                "5. A reward",
                "6. What happened to anna lately, newest first",
                "7. An export of all transactions",
            ],
            run.Lines.Where(static line => line.Length > 1 && char.IsDigit(line[0]) && line[1] is '.'));
        Assert.Contains("ben gives 60 points to anna, who now has 720.", run.Lines);
        Assert.Contains("anna  buys a Mug for 300 points and keeps 420.", run.Lines);
        Assert.Contains("ben   cannot: loyalty_card_points_exceeded.", run.Lines);
        Assert.Contains("SCHEDULED, then DONE. The file:", run.Lines);
    }

    [Fact]
    public async Task The_orders_of_the_tour_earn_the_estimated_points_and_gold_doubles_them()
    {
        var orders = (await SampleRun.OfAsync("tour")).Rows.Where(static row => row.Length == 6).Skip(1);

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
    public async Task The_activity_and_the_export_of_the_tour_agree()
    {
        var run = await SampleRun.OfAsync("tour");

        Assert.Equal(
            [
                ("loyalty tier downgraded", "Gold to Bronze"), ("redemption succeeded", "Mug for 300"),
                ("loyalty card points transferred", "+60, balance 720"), ("loyalty card points added", "+20, balance 660"),
                ("rewarded loyalty points", "20 points an order"),
            ],
            run.Rows.Where(static row => row.Length == 2).Skip(1).Take(5).Select(static row => (row[0], row[1])));
        var file = run.Lines.SkipWhile(static line => line.Trim() != "id,type,amount,balance").ToList();
        Assert.Equal(11, file.Count(static line => line.StartsWith("  vtx_", StringComparison.Ordinal)));
        Assert.Equal(
            ["POINTS_TRANSFER_OUT,-60,50", "POINTS_TRANSFER_IN,60,720", "POINTS_REDEMPTION,-300,420"],
            file.Skip(9).Take(3).Select(static line => line.Split(',', 2)[1]));
    }

    [Fact]
    public async Task The_tour_shows_the_same_in_every_run_even_if_a_project_is_set()
    {
        var first = await SampleRun.OfAsync("tour");
        var second = await SampleRun.OfAsync(["tour"], ProjectVariables.For(new Uri("http://127.0.0.1:9")));

        Assert.Equal(first.Output, second.Output);
    }

    [Fact]
    public async Task The_tour_fits_eighty_columns_and_each_table_row_one_line()
    {
        var run = await SampleRun.OfAsync(["tour"], [], width: 80);

        Assert.DoesNotContain('\e', run.Output);
        Assert.All(run.Lines, static line => Assert.InRange(line.Length, 0, 80));
        Assert.All(run.Rows, static row => Assert.NotEmpty(row[0]));
    }

    [Fact]
    public async Task Ctrl_C_ends_the_tour_with_exit_code_130()
    {
        using var ctrlC = new CancellationTokenSource();
        await ctrlC.CancelAsync();

        var run = await SampleRun.OfAsync(["tour"], [], cancellationToken: ctrlC.Token);

        Assert.Equal(130, run.ExitCode);
    }
}
