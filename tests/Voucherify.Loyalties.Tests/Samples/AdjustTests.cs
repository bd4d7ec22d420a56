using LoyaltyConsole;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Samples;

/// <summary><c>adjust</c> of the sample.</summary>
public sealed class AdjustTests
{
    [Fact]
    public async Task Points_are_added_on_the_sandbox_when_no_project_is_set()
    {
        var run = await SampleRun.OfAsync("adjust", "ANNA", "1000");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Sandbox in this process", run.Output, StringComparison.Ordinal);
        Assert.Contains("ANNA  +1,000 points, balance 1,570", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_below_zero_removes_points()
    {
        var run = await SampleRun.OfAsync("adjust", "ANNA", "-50", "--source-id", "order-7");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("ANNA  -50 points, balance 520", run.Output, StringComparison.Ordinal);
        Assert.Contains("source_id order-7", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_options_reach_the_project_that_the_environment_names()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        sandbox.V1.AddCampaign("Club");
        sandbox.V1.AddCard("@card", campaign: "Club");

        var run = await SampleRun.OfAsync(
            [
                "adjust", "@card", "70", "--expires", "2999-12-31", "--reason", "a [bold] move", "--source-id", "order-7", "--campaign",
                "Club",
            ],
            ProjectVariables.For(sandbox));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(
            $"Project of VOUCHERIFY_APP_ID on http://127.0.0.1:{sandbox.BaseAddress.Port}", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            [(70L, new DateOnly(2999, 12, 31))],
            sandbox.V1.GetCard("@card").Buckets.Select(static bucket => (bucket.Points, bucket.ExpiresOn!.Value)));
        Assert.Equal(["order-7"], sandbox.Journal.Select(static entry => entry.SourceId));
    }

    [Fact]
    public async Task Without_a_source_id_the_one_of_the_client_is_shown()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        sandbox.V1.AddCard("CARD");

        var run = await SampleRun.OfAsync(["adjust", "CARD", "5"], ProjectVariables.For(sandbox));

        Assert.Contains($"source_id {Assert.Single(sandbox.Journal).SourceId}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_adjustment_with_an_unknown_outcome_says_its_source_id_and_what_to_do()
    {
        var text = ErrorReport.Describe(new LoyaltyOutcomeUnknownException("lost", new LoyaltyConnectionException("reset"))
        {
            SourceId = "order-7",
            MemberId = "CARD",
        });

        Assert.Contains("whether it was applied is not known", text, StringComparison.Ordinal);
        Assert.Contains("Look for source_id 'order-7' in 'transactions CARD'", text, StringComparison.Ordinal);
        Assert.Contains("--source-id order-7 --resume", text, StringComparison.Ordinal);
        Assert.EndsWith("Last: reset", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resume_without_a_source_id_is_one_readable_line()
    {
        var run = await SampleRun.OfAsync(["adjust", "ANNA", "5", "--resume"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SourceId is missing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resume_finds_what_was_applied_already()
    {
        var run = await SampleRun.OfAsync(["adjust", "ANNA", "500", "--source-id", "order-1001", "--resume"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("found in the transactions", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adjustment_that_is_cancelled_in_flight_says_its_source_id_and_exits_130()
    {
        await using var server = new SilentServer(hangsUp: false);
        using var ctrlC = new CancellationTokenSource();

        var running = SampleRun.OfAsync(
            ["adjust", "CARD", "5", "--source-id", "order-7"], ProjectVariables.For(server.Address), cancellationToken: ctrlC.Token);
        await server.Received.WaitAsync(TimeSpan.FromSeconds(30));
        await ctrlC.CancelAsync();
        var run = await running;

        Assert.Equal(130, run.ExitCode);
        Assert.StartsWith("cancelled: The request may have left", run.Error, StringComparison.Ordinal);
        Assert.Contains("source_id 'order-7'", run.Error, StringComparison.Ordinal);
    }
}
