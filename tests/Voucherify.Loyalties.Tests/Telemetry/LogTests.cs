using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Authentication;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Telemetry;

/// <summary>Alerts depend on event ids and levels, so they are a contract. docs/telemetry.md lists them.</summary>
public sealed class LogTests : IDisposable
{
    private readonly RecordingLoggers _loggers = new();

    [Fact]
    public async Task A_lost_response_and_its_lookup_are_logged_with_the_source_id()
    {
        using var rig = new SandboxRig(configure: options => options.LoggerFactory = _loggers);

        await rig.Run(rig.AdjustAsync("order-1", faults: [SandboxFault.LoseResponse]));

        Assert.Equal(["3 Warning Searching", "4 Information Found"], _loggers.Entries.Select(static entry => entry.Head));
        Assert.All(_loggers.Entries, static entry => Assert.Contains("'order-1'", entry.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_adjustment_that_is_sent_again_is_logged_as_absent_first()
    {
        using var rig = new SandboxRig(configure: options => options.LoggerFactory = _loggers);

        await rig.Run(rig.AdjustAsync("order-1", faults: [SandboxFault.LoseRequest], timeout: TimeSpan.FromMinutes(10)));

        Assert.Equal(["3 Warning Searching", "5 Information Absent"], _loggers.Entries.Select(static entry => entry.Head));
    }

    [Fact]
    public async Task An_outcome_that_stays_unknown_is_logged_as_an_error()
    {
        using var rig = new SandboxRig(configure: options => options.LoggerFactory = _loggers);

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", faults: [SandboxFault.LoseRequest], timeout: TimeSpan.FromSeconds(20))));

        Assert.Equal(
            ["3 Warning Searching", "6 Error StaysUnknown", "14 Warning CardClosed", "15 Warning SearchingInBackground"],
            _loggers.Entries.Select(static entry => entry.Head));
    }

    [Fact]
    public async Task A_retry_is_logged_with_its_delay()
    {
        using var test = new ScriptedClient(client => client.WithLoggers(_loggers), Steps.FailToConnect(), Steps.Ok("{}"));

        await test.GetAsync();

        var entry = Assert.Single(_loggers.Entries);
        Assert.Equal("1 Information Retrying", entry.Head);
        Assert.Contains("GetMember: the attempt ended with ConnectFailed.", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_for_the_next_rate_period_is_logged_with_its_length()
    {
        using var test = new ScriptedClient(
            client => client.WithLoggers(_loggers),
            Steps.Respond(
                HttpStatusCode.OK,
                Steps.MemberJson,
                ("Date", "Thu, 01 Jan 1970 00:00:00 GMT"),
                ("X-Rate-Limit-Remaining", "0"),
                ("X-Rate-Limit-Retry", "20")),
            Steps.Ok(Steps.MemberJson));
        await test.GetAsync();
        Assert.Empty(_loggers.Entries);

        await test.GetAsync();

        var entry = Assert.Single(_loggers.Entries);
        Assert.Equal("2 Information Pacing", entry.Head);
        Assert.StartsWith(
            "GetMember: the rate limit is used up. The call waits for 00:00:20.", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_requested_or_rejected_token_is_logged_without_its_value()
    {
        using var server = new TokenServer();
        using var test = server.NewClient(options => options.LoggerFactory = _loggers);

        await test.GetAsync();
        server.Rejected.Add("token-1");
        server.TokenStatus = HttpStatusCode.BadRequest;
        await Assert.ThrowsAsync<LoyaltyApiException>(() => test.GetAsync());

        Assert.Equal(["7 Debug TokenIssued", "8 Warning TokenRefused"], _loggers.Entries.Select(static entry => entry.Head));
        Assert.All(_loggers.Entries, static entry => Assert.DoesNotContain("token-1", entry.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_successful_call_logs_nothing_and_no_log_names_a_card()
    {
        using var rig = new SandboxRig(configure: options => options.LoggerFactory = _loggers);
        await rig.Run(rig.AdjustAsync("order-1"));
        Assert.Empty(_loggers.Entries);

        await rig.Run(rig.AdjustAsync("order-2", faults: [SandboxFault.LoseResponse]));
        Assert.DoesNotContain(_loggers.Entries, static entry => entry.Text.Contains(SandboxRig.Card, StringComparison.Ordinal));
    }

    public void Dispose() => _loggers.Dispose();
}
