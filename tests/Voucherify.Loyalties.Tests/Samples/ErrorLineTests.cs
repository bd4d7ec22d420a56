using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tool;

namespace Voucherify.Loyalties.Tests.Samples;

/// <summary>Every error is one line on the error stream, with an exit code that says what kind it is.</summary>
public sealed class ErrorLineTests
{
    [Theory]
    [InlineData("adjust ANNA 70 --expires 2020-01-01", "Voucherify responded with 400 invalid_expiration_date: ")]
    [InlineData("adjust BEN -5000", "Voucherify responded with 400 loyalty_card_points_exceeded: ")]
    [InlineData("show NOBODY", "Voucherify responded with 404 not_found: ")]
    [InlineData("transactions NOBODY", "Voucherify responded with 404 not_found: ")]
    public async Task An_error_response_is_shown_with_its_key_and_request_id(string commandLine, string line)
    {
        var run = await SampleRun.OfAsync(commandLine.Split(' '));

        AssertFails(run, line);
        Assert.Matches(@"\(request v-[0-9a-f]+\)$", run.Error.TrimEnd());
    }

    [Theory]
    [InlineData("adjust ANNA 0", "Points is 0")]
    [InlineData("show ..", "'..' is not an id")]
    [InlineData("adjust ANNA", "<points> is missing. Try 'adjust --help'.")]
    [InlineData("adjust ANNA ten", "'ten' is not a number of points. Use 100 to add points or -50 to remove them. Try 'adjust --help'.")]
    [InlineData("adjust ANNA 99999999999999999999", "'99999999999999999999' is not a number of points")]
    [InlineData("adjust ANNA 5 --expires 31.12.2030", "'31.12.2030' is not a date. Use --expires with a date as yyyy-mm-dd.")]
    [InlineData("transactions ANNA --limit 0", "'0' is not valid for --limit. Use a number from 1 to 10000.")]
    [InlineData("sandbox --port 65536", "'65536' is not valid for --port. Use a number from 0 to 65535.")]
    [InlineData("tranactions", "Unrecognized command or argument 'tranactions'. Try '--help'.")]
    public async Task An_invalid_command_line_is_reported_in_one_line(string commandLine, string line) =>
        AssertFails(await SampleRun.OfAsync(commandLine.Split(' ')), line, ExitCodes.InvalidUsage);

    [Theory]
    [InlineData("VOUCHERIFY_APP_ID=x", "VOUCHERIFY_APP_ID is set without VOUCHERIFY_APP_TOKEN. ")]
    [InlineData("VOUCHERIFY_APP_TOKEN=x", "VOUCHERIFY_APP_TOKEN is set without VOUCHERIFY_APP_ID. ")]
    [InlineData("VOUCHERIFY_APP_ID=x;VOUCHERIFY_APP_TOKEN= ", "VOUCHERIFY_APP_ID is set without VOUCHERIFY_APP_TOKEN. ")]
    [InlineData("VOUCHERIFY_CLUSTER=Asia", "VOUCHERIFY_CLUSTER is set without VOUCHERIFY_APP_ID and VOUCHERIFY_APP_TOKEN. ")]
    [InlineData("VOUCHERIFY_APP_ID=x;VOUCHERIFY_APP_TOKEN=y;VOUCHERIFY_CLUSTER=mars", "VOUCHERIFY_CLUSTER: 'mars' is not a cluster")]
    [InlineData(
        "VOUCHERIFY_APP_ID=x;VOUCHERIFY_APP_TOKEN=y;VOUCHERIFY_CLUSTER=http://example.invalid",
        "VOUCHERIFY_CLUSTER: The address 'http://example.invalid' would send")]
    [InlineData("VOUCHERIFY_APP_ID=x;VOUCHERIFY_APP_TOKEN=é", "VOUCHERIFY_APP_ID or VOUCHERIFY_APP_TOKEN: The value has")]
    public async Task An_incomplete_or_invalid_environment_is_reported_and_nothing_is_called(string environment, string line)
    {
        var variables = environment.Split(';')
            .Select(static pair => pair.Split('=', 2))
            .ToDictionary(static pair => pair[0], static pair => pair[1]);

        var run = await SampleRun.OfAsync(["show", "ANNA"], variables);

        AssertFails(run, line, ExitCodes.InvalidUsage);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Wrong_credentials_are_reported()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        var project = ProjectVariables.For(sandbox);
        project["VOUCHERIFY_APP_TOKEN"] = "wrong";

        AssertFails(await SampleRun.OfAsync(["show", "ANNA"], project), "Voucherify responded with 401 unauthorized");
    }

    [Fact]
    public async Task A_cancellation_is_reported_in_one_line_with_exit_code_130()
    {
        var run = await SampleRun.OfAsync(["show", "ANNA"], [], cancellationToken: new CancellationToken(canceled: true));

        Assert.Equal((130, "cancelled: Nothing was changed."), (run.ExitCode, run.Error.TrimEnd()));
    }

    [Fact]
    public void An_error_message_with_markup_and_line_breaks_becomes_one_plain_line()
    {
        var error = new ApiError { Key = "odd", Message = "a [red]\nb\e[2J", RequestId = "v-1" };

        var line = Written(new LoyaltyApiException(HttpStatusCode.BadRequest, error));

        Assert.Equal("error: Voucherify responded with 400 odd: a [red] b [2J (request v-1)", line);
    }

    [Fact]
    public void The_error_line_includes_the_last_response_inside_the_error()
    {
        var cause = new LoyaltyApiException(HttpStatusCode.ServiceUnavailable, new ApiError { Key = "busy", RequestId = "v-1" });

        Assert.Equal(
            "error: No success. Last error: Voucherify responded with 503 busy (request v-1)",
            Written(new LoyaltyTimeoutException("No success.", cause)));
    }

    [Fact]
    public void The_error_line_of_a_rate_limit_says_when_to_try_again() =>
        Assert.EndsWith(
            " Try again in 3 s.",
            Written(new LoyaltyRateLimitException(new ApiError(), TimeSpan.FromSeconds(2.5))),
            StringComparison.Ordinal);

    [Fact]
    public void An_unexpected_error_is_shown_without_a_stack_trace() =>
        Assert.Equal("error: InvalidOperationException: odd", Written(new InvalidOperationException("odd")));

    private static string Written(Exception exception)
    {
        var writer = new StringWriter();
        Assert.Equal(1, ErrorReport.Write(SampleRun.ConsoleOn(writer, SampleRun.Unwrapped), exception));
        return writer.ToString().TrimEnd();
    }

    private static void AssertFails(SampleRun run, string line, int exitCode = ExitCodes.Failed)
    {
        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith($"error: {line}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }
}
