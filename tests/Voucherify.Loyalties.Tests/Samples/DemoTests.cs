namespace Voucherify.Loyalties.Tests.Samples;

/// <summary>The sample without a command.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_program_without_a_command_runs_the_demo_on_its_own_sandbox()
    {
        var run = await SampleRun.OfAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Contains("http://127.0.0.1:", run.Output, StringComparison.Ordinal);
        Assert.Contains("nothing leaves this machine", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_stays_on_its_sandbox_even_if_a_project_is_set()
    {
        var run = await SampleRun.OfAsync([], ProjectVariables.For(new Uri("http://127.0.0.1:9")));

        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task The_demo_shows_a_lost_response_that_is_found_and_counted_once_and_names_what_to_run_next()
    {
        var run = await SampleRun.OfAsync([], [], width: 200);

        Assert.Contains(run.Lines, static line => line.EndsWith("The client found them: 1 POST, 2 GET.", StringComparison.Ordinal));
        Assert.Contains("The shop makes the same call again: no request.", run.Lines);
        Assert.Contains("Effects of order-1002 in the sandbox's journal: 1.", run.Lines);
        Assert.Contains(run.Lines, static line => line.StartsWith("tour ", StringComparison.Ordinal));
        Assert.Contains(run.Lines, static line => line.StartsWith("chaos ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_demo_shows_the_rejection_of_a_past_date_with_its_key_and_request_id()
    {
        var run = await SampleRun.OfAsync([], [], width: 200);

        Assert.Contains(run.Lines, static line =>
            line.StartsWith("error: Voucherify responded with 400 invalid_expiration_date: ", StringComparison.Ordinal)
            && line.Contains(" (request v-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_demo_shows_that_points_that_expire_soonest_are_used_first()
    {
        var buckets = (await SampleRun.OfAsync()).Rows.Where(static row => row.Length == 5 && row[0] != "Expires").ToList();

        Assert.Equal(
            [("120", "-120", "0"), ("200", "-130", "70"), ("500", "0", "500"), ("100", "0", "100")],
            buckets.Select(static row => (row[1], row[2], row[3])));
        Assert.Equal(buckets.Select(static row => row[0]).Order(StringComparer.Ordinal), buckets.Select(static row => row[0]));
    }

    [Fact]
    public async Task The_demo_lists_the_cards_and_the_transactions_newest_first()
    {
        var rows = (await SampleRun.OfAsync()).Rows.ToList();

        Assert.Equal(
            [("ANNA", "670"), ("BEN", "150"), ("CARA", "80")],
            rows.Where(static row => row.Length == 3).Skip(1).Select(static row => (row[0], row[1])));
        Assert.Equal(
            [
                ("removal", "-250", "670"), ("addition", "+100", "920"), ("addition", "+500", "820"), ("addition", "+200", "320"),
                ("addition", "+120", "120"),
            ],
            rows.Where(static row => row.Length == 6).Skip(1).Select(static row => (row[1], row[2], row[3])));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public async Task The_demo_without_colors_fits_the_terminal_and_each_table_row_one_line(int width)
    {
        var run = await SampleRun.OfAsync([], [], width);

        Assert.DoesNotContain('\e', run.Output);
        Assert.All(run.Lines, line => Assert.InRange(line.Length, 0, width));
        Assert.All(run.Rows, static row => Assert.NotEmpty(row[0]));
    }
}
