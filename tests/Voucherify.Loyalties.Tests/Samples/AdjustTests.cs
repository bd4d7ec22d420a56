using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tool;

namespace Voucherify.Loyalties.Tests.Samples;

/// <summary><c>adjust</c> of the sample.</summary>
public sealed class AdjustTests
{
    [Fact]
    public async Task The_adjust_command_uses_the_sandbox_if_no_project_is_set()
    {
        var run = await SampleRun.OfAsync("adjust", "ANNA", "1000");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("A sandbox in this process", run.Output, StringComparison.Ordinal);
        Assert.Contains("ANNA  +1,000 points, balance 1,570", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_adjust_command_removes_points_with_a_negative_number()
    {
        var run = await SampleRun.OfAsync("adjust", "ANNA", "-50", "--source-id", "order-7");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("ANNA  -50 points, balance 520", run.Output, StringComparison.Ordinal);
        Assert.Contains("source_id order-7", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_options_of_the_adjust_command_reach_the_project_of_the_environment()
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
            $"The project of VOUCHERIFY_APP_ID on http://127.0.0.1:{sandbox.BaseAddress.Port}", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            [(70L, new DateOnly(2999, 12, 31))],
            sandbox.V1.GetCard("@card").Buckets.Select(static bucket => (bucket.Points, bucket.ExpiresOn!.Value)));
        Assert.Equal(["order-7"], sandbox.Journal.Select(static entry => entry.SourceId));
    }

    [Fact]
    public async Task The_adjust_command_shows_a_generated_source_id()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        sandbox.V1.AddCard("CARD");

        var run = await SampleRun.OfAsync(["adjust", "CARD", "5"], ProjectVariables.For(sandbox));

        Assert.Contains($"source_id {Assert.Single(sandbox.Journal).SourceId}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_of_an_unknown_adjustment_has_its_source_id_and_says_what_to_do()
    {
        var text = ErrorReport.Describe(new LoyaltyOutcomeUnknownException("lost", new LoyaltyConnectionException("reset"))
        {
            SourceId = "order-7",
            MemberId = "CARD",
        });

        Assert.Contains("it is not known whether it was applied", text, StringComparison.Ordinal);
        Assert.Contains("Check whether 'transactions CARD' lists source_id 'order-7'", text, StringComparison.Ordinal);
        Assert.Contains("--source-id order-7 --resume", text, StringComparison.Ordinal);
        Assert.EndsWith("Last error: reset", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_adjust_command_reports_a_resume_without_a_source_id_in_one_line()
    {
        var run = await SampleRun.OfAsync(["adjust", "ANNA", "5", "--resume"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("SourceId is missing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_adjust_command_with_resume_finds_an_applied_adjustment()
    {
        var run = await SampleRun.OfAsync(["adjust", "ANNA", "500", "--source-id", "order-1001", "--resume"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("found in the transactions", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adjust_command_that_is_cancelled_in_flight_shows_its_source_id_and_exits_with_3()
    {
        await using var server = new SilentServer(hangsUp: false);
        using var ctrlC = new CancellationTokenSource();

        var running = SampleRun.OfAsync(
            ["adjust", "CARD", "5", "--source-id", "order-7"], ProjectVariables.For(server.Address), cancellationToken: ctrlC.Token);
        await server.Received.WaitAsync(TimeSpan.FromSeconds(30));
        await ctrlC.CancelAsync();
        var run = await running;

        Assert.Equal(ExitCodes.Unknown, run.ExitCode);
        Assert.StartsWith("cancelled: The request may have been sent", run.Error, StringComparison.Ordinal);
        Assert.Contains("source_id 'order-7'", run.Error, StringComparison.Ordinal);
    }
}
