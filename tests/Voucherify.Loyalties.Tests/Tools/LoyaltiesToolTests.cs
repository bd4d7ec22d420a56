using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.Tests.Samples;

namespace Voucherify.Loyalties.Tests.Tools;

/// <summary>What <c>voucherify-loyalties</c> says to programs: exit codes, JSON, dry runs, and no secrets.</summary>
public sealed class LoyaltiesToolTests : IAsyncLifetime
{
    private LoyaltySandbox _sandbox = null!;
    private Dictionary<string, string> _project = [];
    private string _v2Card = "";

    public async ValueTask InitializeAsync()
    {
        _sandbox = await LoyaltySandbox.StartAsync();
        _sandbox.V1.AddCampaign("Club");
        _sandbox.V1.AddCard(new SandboxCardSeed { Code = "ANNA", Campaign = "Club", Points = [new(500, new DateOnly(2999, 12, 31))] });
        var member = _sandbox.V2.AddMember(_sandbox.V2.AddProgram().Id, "anna", points: 50);
        _v2Card = $"{member.ProgramId}/{member.Id}/{member.CardId}";
        _project = ProjectVariables.For(_sandbox);
    }

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task An_adjustment_of_v1_is_one_line_of_JSON()
    {
        var run = await RunAsync("adjust", "ANNA", "100", "--source-id", "order-1", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """{"card":"ANNA","points":100,"balance":600,"source_id":"order-1","recovered":false,"dry_run":false}""", run.Output.TrimEnd());
    }

    [Fact]
    public async Task An_adjustment_of_v2_is_one_line_of_JSON()
    {
        var run = await RunAsync("adjust", "30", "--v2", _v2Card, "--source-id", "order-1", "--json");

        Assert.Equal(
            (0, 30, "order-1", "APPROVED"),
            (run.ExitCode, (long)run.Json["points"]!, (string?)run.Json["source_id"], (string?)run.Json["status"]));
        Assert.StartsWith("lctx_", (string?)run.Json["transaction_id"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_of_an_adjustment_moves_nothing()
    {
        var v1 = await RunAsync("adjust", "ANNA", "-200", "--dry-run", "--json");
        var v2 = await RunAsync("adjust", "30", "--v2", _v2Card, "--dry-run", "--json");
        var text = await RunAsync("adjust", "ANNA", "-200", "--dry-run");

        Assert.Equal((true, 300), ((bool)v1.Json["dry_run"]!, (long)v1.Json["balance"]!));
        Assert.Equal((true, 80), ((bool)v2.Json["dry_run"]!, (long)v2.Json["balance"]!));
        Assert.Contains("from 500 to 300", text.Output, StringComparison.Ordinal);
        Assert.Empty(_sandbox.Journal);
        Assert.DoesNotContain(_sandbox.Requests.Keys, static request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_of_the_marker_test_moves_nothing()
    {
        var run = await RunAsync("verify-marker", "--v2", _v2Card, "--dry-run", "--json");
        var wrong = await RunAsync("verify-marker", "--v2", "lprg_1/lmbr_2/lcrd_3", "--dry-run");

        Assert.Equal((0, """{"dry_run":true}"""), (run.ExitCode, run.Output.TrimEnd()));
        Assert.Equal(1, wrong.ExitCode);
        Assert.Empty(_sandbox.Journal);
    }

    [Fact]
    public async Task A_card_and_its_transactions_are_JSON()
    {
        await RunAsync("adjust", "ANNA", "-100", "--source-id", "order-1", "--reason", "Cinema");

        var card = await RunAsync("show", "ANNA", "--json");
        var v2Card = await RunAsync("show", "--v2", _v2Card, "--json");
        var rows = await RunAsync("transactions", "ANNA", "--json");
        var none = await RunAsync("transactions", "--v2", _v2Card, "--json");

        Assert.Equal(("Club", 400), ((string?)card.Json["program"], (long)card.Json["balance"]!));
        Assert.Equal("2999-12-31", (string?)card.Json["next_expiration_date"]);
        Assert.Equal(50, (long)v2Card.Json["balance"]!);
        var row = Assert.Single(rows.Json.AsArray())!;
        Assert.Equal((-100, "order-1", "Cinema"), ((long)row["points"]!, (string?)row["source_id"], (string?)row["reason"]));
        Assert.Equal("[]", none.Output.TrimEnd());
    }

    [Fact]
    public async Task The_test_of_the_marker_is_JSON()
    {
        var run = await RunAsync("verify-marker", "--v2", _v2Card, "--json");

        Assert.Equal((0, "kept", true), (run.ExitCode, (string?)run.Json["state"], (bool)run.Json["can_trust_marker"]!));
    }

    [Fact]
    public async Task A_job_is_JSON_from_its_plan_to_its_verification()
    {
        var folder = Directory.CreateTempSubdirectory("tool-");
        var csv = Path.Combine(folder.FullName, "credits.csv");
        await File.WriteAllTextAsync(csv, "member_id,points,source_id\nANNA,100,a-1\nANNA,-30,a-2\n");

        var dry = await RunAsync("job", "run", csv, "--campaign", "Club", "--dry-run", "--json");
        var untouched = _sandbox.Journal.Count;
        var run = await RunAsync("job", "run", csv, "--campaign", "Club", "--json");
        var resume = await RunAsync("job", "resume", csv, "--dry-run", "--json");
        var verified = await RunAsync("job", "verify", csv, "--json");
        _sandbox.V1.AddCard(new SandboxCardSeed { Code = "BEN", Campaign = "Club" });
        await File.WriteAllTextAsync(csv, "member_id,points,source_id\nANNA,x,a-1\n");
        var invalid = await RunAsync("job", "plan", csv, "--json");
        folder.Delete(recursive: true);

        Assert.Equal((2, 70), ((long)dry.Json["items"]!, (long)dry.Json["points"]!));
        Assert.Equal(0, untouched);
        Assert.Equal((0, "completed", 2), (run.ExitCode, (string?)run.Json["state"], (long)run.Json["applied"]!));
        Assert.Equal("completed", (string?)resume.Json["state"]);
        Assert.Equal((0, true, 2), (verified.ExitCode, (bool)verified.Json["is_complete"]!, (long)verified.Json["matched"]!));
        Assert.Equal((1, 2), (invalid.ExitCode, (long)invalid.ErrorJson["problems"]![0]!["line"]!));
        Assert.Equal(2, _sandbox.Journal.Count);
    }

    [Fact]
    public async Task A_refusal_ends_with_1_and_its_key()
    {
        var run = await RunAsync("adjust", "ANNA", "-9999", "--json");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal((1, "loyalty_card_points_exceeded"), ((int)run.ErrorJson["exit_code"]!, (string?)run.ErrorJson["key"]));
        Assert.Matches("^v-", (string?)run.ErrorJson["request_id"]);
    }

    [Fact]
    public async Task An_unknown_outcome_ends_with_3_and_the_id_to_resume_with()
    {
        await using var silent = new SilentServer(hangsUp: false);
        using var ctrlC = new CancellationTokenSource();

        var running = ToolRun.OfAsync(
            ["adjust", "ANNA", "100", "--source-id", "order-7", "--json"],
            ProjectVariables.For(silent.Address),
            cancellationToken: ctrlC.Token);
        await silent.Received;
        await ctrlC.CancelAsync();
        var run = await running;

        Assert.Equal(3, run.ExitCode);
        Assert.Equal((3, "order-7"), ((int)run.ErrorJson["exit_code"]!, (string?)run.ErrorJson["source_id"]));
    }

    [Fact]
    public async Task A_cancellation_before_anything_was_sent_ends_with_130()
    {
        var run = await ToolRun.OfAsync(["show", "ANNA"], _project, cancellationToken: new CancellationToken(canceled: true));

        Assert.Equal(130, run.ExitCode);
    }

    [Theory]
    [InlineData("<points> is missing.", "adjust", "ANNA")]
    [InlineData("The card is missing.", "show")]
    [InlineData("<file> is missing.", "job", "run")]
    [InlineData("Unrecognized command or argument 'demo'.", "demo")]
    [InlineData("There is no file 'none.csv'.", "job", "plan", "none.csv")]
    [InlineData("Points is 0", "adjust", "ANNA", "0")]
    public async Task An_invalid_command_line_is_named_and_ends_with_2(string problem, params string[] args)
    {
        var run = await RunAsync(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.Empty(_sandbox.Journal);
    }

    [Fact]
    public async Task A_tool_without_a_project_names_the_variables_and_ends_with_2()
    {
        var run = await ToolRun.OfAsync(["show", "ANNA"], []);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("VOUCHERIFY_APP_ID and VOUCHERIFY_APP_TOKEN", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--app-token", "s3cret")]
    [InlineData("--app-token=s3cret")]
    [InlineData("--api-key", "s3cret")]
    [InlineData("--client-secret", "s3cret")]
    [InlineData("--password", "s3cret")]
    public async Task A_secret_on_the_command_line_is_refused_and_never_repeated(params string[] secret)
    {
        var run = await RunAsync(["show", "ANNA", .. secret]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is refused, because other programs can read command lines", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Error + run.Output, StringComparison.Ordinal);
        Assert.Empty(_sandbox.Requests);
    }

    [Theory]
    [InlineData("--help", "adjust", "show", "transactions", "job", "verify-marker", "Exit codes")]
    [InlineData("adjust --help", "--dry-run", "--json", "--source-id <id>")]
    [InlineData("job run --help", "--dry-run", "--json", "--store <path>")]
    [InlineData("job resume --help", "--dry-run", "--after-restore")]
    [InlineData("job verify --help", "--json")]
    [InlineData("verify-marker --help", "--dry-run", "--json")]
    public async Task Help_explains_every_command(string commandLine, params string[] parts)
    {
        var run = await ToolRun.OfAsync(commandLine.Split(' '), []);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(parts, part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("--app-token", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_that_of_the_package()
    {
        var run = await ToolRun.OfAsync(["--version"], []);

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\s*$", run.Output);
    }

    private Task<ToolRun> RunAsync(params string[] args) => ToolRun.OfAsync(args, _project);
}
