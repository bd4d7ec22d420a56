using LoyaltyConsole.Demo;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.Tool;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Samples;

/// <summary><c>adjust</c>, <c>show</c> and <c>transactions</c> of the sample with <c>--v2</c>.</summary>
public sealed class CardCommandTests
{
    private const string Ids = "lprg_1/lmbr_1/lcrd_1";

    [Fact]
    public async Task The_card_of_the_sample_has_the_same_ids_in_every_run()
    {
        await using var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = new DemoClock() });

        var member = DemoProgram.AddMember(sandbox);

        Assert.Equal(DemoProgram.CardIds, IdsOf(member));
    }

    [Fact]
    public async Task The_adjust_command_adds_points_to_a_card_of_version_2()
    {
        var run = await SampleRun.OfAsync("adjust", "100", "--v2", DemoProgram.CardIds);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("A sandbox in this process", run.Output, StringComparison.Ordinal);
        Assert.Contains("  +100 points, approved", run.Output, StringComparison.Ordinal);
        Assert.Contains("source_id ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_adjust_command_counts_a_source_id_of_version_2_once()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        var member = MemberOf(sandbox, points: 120);
        string[] command = ["adjust", "--v2", IdsOf(member), "-50", "--reason", "a [bold] move", "--source-id", "order-7"];

        var first = await SampleRun.OfAsync(command, ProjectVariables.For(sandbox));
        var second = await SampleRun.OfAsync(command, ProjectVariables.For(sandbox));

        Assert.Equal((0, "", 0, ""), (first.ExitCode, first.Error, second.ExitCode, second.Error));
        Assert.Contains($"{member.CardId}  -50 points, approved", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("found", first.Output, StringComparison.Ordinal);
        Assert.Contains("found in the transactions", second.Output, StringComparison.Ordinal);
        var entry = Assert.Single(sandbox.Journal);
        Assert.Equal((-50L, "a [bold] move [#order-7]"), (entry.Points, entry.Reason));
        Assert.Contains($"source_id order-7, transaction {entry.TransactionId}", first.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_adjust_command_counts_each_adjustment_of_version_2_without_a_source_id()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        string[] command = ["adjust", "5", "--v2", IdsOf(MemberOf(sandbox))];

        await SampleRun.OfAsync(command, ProjectVariables.For(sandbox));
        await SampleRun.OfAsync(command, ProjectVariables.For(sandbox));

        Assert.Equal([5L, 5L], sandbox.Journal.Select(static entry => entry.Points));
    }

    [Fact]
    public async Task The_adjust_command_with_resume_finds_an_applied_adjustment_of_version_2()
    {
        var run = await SampleRun.OfAsync("adjust", "120", "--v2", DemoProgram.CardIds, "--source-id", "order-1001", "--resume");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("found in the transactions", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adjust 5 --resume", "SourceId is missing", ExitCodes.InvalidUsage)]
    [InlineData("adjust 0", "Points is 0", ExitCodes.InvalidUsage)]
    [InlineData("adjust 130 --source-id order-1001", "The transaction lctx_", ExitCodes.Failed)]
    [InlineData("adjust -5000 --source-id order-7", "The service has rejected the transaction lctx_", ExitCodes.Failed)]
    public async Task An_adjustment_of_version_2_that_fails_is_reported_in_one_line(string commandLine, string line, int exitCode)
    {
        var run = await SampleRun.OfAsync([.. commandLine.Split(' '), "--v2", DemoProgram.CardIds]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith($"error: {line}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void The_message_of_an_unknown_adjustment_of_version_2_has_its_ids_and_says_what_to_do()
    {
        var text = ErrorReport.Describe(new LoyaltyOutcomeUnknownException("lost", new LoyaltyConnectionException("reset"))
        {
            Pending = new PendingAdjustment
            {
                ProgramId = "lprg_1",
                MemberId = "lmbr_1",
                CardId = "lcrd_1",
                Points = 5,
                SourceId = "order-7",
            },
        });

        Assert.Contains("it is not known whether it was applied", text, StringComparison.Ordinal);
        Assert.Contains($"'transactions --v2 {Ids}'", text, StringComparison.Ordinal);
        Assert.Contains("--source-id order-7 --resume", text, StringComparison.Ordinal);
        Assert.EndsWith("Last error: reset", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adjust_command_of_version_2_that_is_cancelled_in_flight_shows_its_ids_and_exits_with_3()
    {
        await using var server = new SilentServer(hangsUp: false);
        using var ctrlC = new CancellationTokenSource();

        var running = SampleRun.OfAsync(
            ["adjust", "5", "--v2", Ids], ProjectVariables.For(server.Address), cancellationToken: ctrlC.Token);
        await server.Received.WaitAsync(TimeSpan.FromSeconds(30));
        await ctrlC.CancelAsync();
        var run = await running;

        Assert.Equal(ExitCodes.Unknown, run.ExitCode);
        Assert.StartsWith("cancelled: The request may have been sent", run.Error, StringComparison.Ordinal);
        Assert.Contains($"'transactions --v2 {Ids}'", run.Error, StringComparison.Ordinal);
        Assert.Matches("--source-id [0-9a-f]{32} --resume", run.Error);
    }

    [Fact]
    public async Task The_show_command_shows_the_balance_of_a_card_of_version_2()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        var member = MemberOf(sandbox, points: 1230);

        var run = await SampleRun.OfAsync(["show", "--v2", IdsOf(member)], ProjectVariables.For(sandbox));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["Card", member.CardId], run.Rows.First());
        Assert.Equal(["Balance", "1,230"], run.Rows.Single(static row => row[0] == "Balance"));
        Assert.Equal(["Status", "active"], run.Rows.Single(static row => row[0] == "Status"));
        Assert.Equal(["Next expiry", "none"], run.Rows.Single(static row => row[0] == "Next expiry"));
    }

    [Fact]
    public async Task The_show_command_reports_a_card_that_the_member_does_not_have()
    {
        var run = await SampleRun.OfAsync("show", "--v2", DemoProgram.CardIds + "0");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("error: The member lmbr_", run.Error, StringComparison.Ordinal);
        Assert.Contains("has no card lcrd_", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_transactions_command_lists_the_newest_of_version_2_first_up_to_its_limit()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        var ids = IdsOf(MemberOf(sandbox));
        var project = ProjectVariables.For(sandbox);
        await SampleRun.OfAsync(["adjust", "100", "--v2", ids, "--source-id", "order-1"], project);
        await SampleRun.OfAsync(["adjust", "-30", "--v2", ids, "--source-id", "order-2"], project);
        await SampleRun.OfAsync(["adjust", "-500", "--v2", ids, "--source-id", "order-3"], project);

        var run = await SampleRun.OfAsync(["transactions", "--v2", ids, "--limit", "2"], project);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            [
                ["admin debit", "-500", "rejected: NOT_ENOUGH_BALANCE", "[#order-3]"],
                ["admin debit", "-30", "approved", "[#order-2]"],
            ],
            run.Rows.Skip(1).Select(static row => row[1..]));
    }

    [Fact]
    public async Task The_transactions_command_reports_a_card_of_version_2_without_transactions()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        var member = MemberOf(sandbox);

        var run = await SampleRun.OfAsync(["transactions", "--v2", IdsOf(member)], ProjectVariables.For(sandbox));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"{member.CardId} has no transactions.", run.Output, StringComparison.Ordinal);
    }

    internal static SandboxMember MemberOf(LoyaltySandbox sandbox, long points = 0) =>
        sandbox.V2.AddMember(sandbox.V2.AddProgram().Id, "customer-42", points);

    internal static string IdsOf(SandboxMember member) => $"{member.ProgramId}/{member.Id}/{member.CardId}";
}
