using System.Net;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Jobs;

/// <summary>Waiting for exports and async actions: when it polls, and how it ends.</summary>
public sealed class WaitTests
{
    private const string Scheduled = """{"id":"exp_1","status":"SCHEDULED"}""";

    private static readonly Step Running = Steps.Ok("""{"id":"exp_1","status":"IN_PROGRESS"}""");

    private static readonly Step UnknownStatus = Steps.Ok("""{"id":"exp_1","status":"FROM_TOMORROW"}""");

    private static readonly Step Done = Steps.Ok(
        """{"id":"exp_1","status":"DONE","result":{"url":"https://download.voucherify.io/v1/exports/exp_1?token=t"}}""");

    [Fact]
    public async Task Waiting_for_a_job_polls_at_once_and_then_at_growing_intervals()
    {
        using var test = new ScriptedClient(Running, UnknownStatus, Running, Running, Running, Running, Steps.Ok("{}"), Done);

        var wait = test.Client.V1.Exports.WaitAsync("exp_1");
        List<double> waits = [];
        while (!wait.IsCompleted)
        {
            waits.Add(test.Clock.Step().TotalSeconds);
        }

        Assert.Equal([1, 2, 4, 8, 15, 15, 15], waits);
        Assert.Equal(ExportStatus.Done, (await wait).Status);
        Assert.All(test.Handler.Requests, static request => Assert.Equal("/v1/exports/exp_1", request.Uri.PathAndQuery));
    }

    [Fact]
    public async Task A_failed_export_is_an_exception_that_holds_it()
    {
        using var test = new ScriptedClient(Running, Steps.Ok("""{"id":"exp_1","status":"ERROR"}"""));

        var error = await Assert.ThrowsAsync<LoyaltyJobFailedException>(
            () => test.Clock.RunToEnd(test.Client.V1.Exports.WaitAsync("exp_1")));

        Assert.Equal(("exp_1", ExportStatus.Error, null), (error.JobId, error.Export!.Status, error.AsyncAction));
        Assert.Equal("The export exp_1 ended with ERROR: it has no file.", error.Message);
    }

    [Fact]
    public async Task A_finished_export_is_not_requested_again()
    {
        using var test = new ScriptedClient(Done);

        var done = new Export { Id = "exp_1", Status = ExportStatus.Done };
        Assert.Same(done, await test.Client.V1.Exports.WaitAsync(done));
        await Assert.ThrowsAsync<LoyaltyJobFailedException>(
            () => test.Client.V1.Exports.WaitAsync(done with { Status = ExportStatus.Error }));
        Assert.Equal(0, test.Attempts);

        Assert.Equal(ExportStatus.Done, (await test.Client.V1.Exports.WaitAsync(done with { Status = ExportStatus.Scheduled })).Status);
        Assert.Equal(1, test.Attempts);
    }

    [Theory]
    [InlineData("DONE", "SUCCESS", true)]
    [InlineData("DONE", "UNKNOWN", true)]
    [InlineData("DONE", "FAILED", false)]
    [InlineData("FAILED", "FAILED", false)]
    [InlineData("FAILED", "UNKNOWN", false)]
    public async Task Waiting_for_an_async_action_ends_when_it_is_done_or_failed(string status, string operationStatus, bool succeeds)
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"id":"aa_1","status":"ENQUEUED","operation_status":"UNKNOWN"}"""),
            Steps.Ok($$$"""{"id":"aa_1","status":"{{{status}}}","operation_status":"{{{operationStatus}}}","result":{"message":"m"}}"""));

        var wait = test.Clock.RunToEnd(test.Client.AsyncActions.WaitAsync("aa_1"));

        var action = succeeds ? await wait : (await Assert.ThrowsAsync<LoyaltyJobFailedException>(() => wait)).AsyncAction!;
        Assert.Equal(
            (status, operationStatus, "m"),
            (action.Status!.Value.Value, action.OperationStatus!.Value.Value, action.Result!.Value.GetProperty("message").GetString()));
        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public void The_exception_of_a_failed_async_action_names_it()
    {
        var action = new AsyncAction
        {
            Id = "aa_1",
            Type = new AsyncActionType("points_expiration.trigger"),
            Status = AsyncActionStatus.Failed,
        };

        Assert.Equal(
            "The async action aa_1 (points_expiration.trigger) ended with FAILED, operation status none.",
            new LoyaltyJobFailedException(action).Message);
        Assert.Equal(
            "The async action aa_1 (points_expiration.trigger) ended with FAILED, operation status FAILED.",
            new LoyaltyJobFailedException(action with { OperationStatus = AsyncActionOperationStatus.Failed }).Message);
    }

    [Fact]
    public void The_exception_of_a_failed_job_requires_the_job()
    {
        Assert.Throws<ArgumentNullException>("export", static () => new LoyaltyJobFailedException((Export)null!));
        Assert.Throws<ArgumentNullException>("asyncAction", static () => new LoyaltyJobFailedException((AsyncAction)null!));
    }

    [Fact]
    public async Task The_timeout_of_a_wait_ends_it_after_a_last_poll()
    {
        using var test = new ScriptedClient(Running);
        var started = test.Clock.GetUtcNow();

        var error = await Assert.ThrowsAsync<LoyaltyTimeoutException>(
            () => test.Clock.RunToEnd(test.Client.V1.Exports.WaitAsync("exp_1", new() { Timeout = TimeSpan.FromSeconds(5) })));

        Assert.Equal("The export exp_1 has not ended after 00:00:05. The service continues with it: wait again later.", error.Message);
        Assert.Equal(TimeSpan.FromSeconds(5), test.Clock.GetUtcNow() - started);
        Assert.Equal(4, test.Attempts); // At 0, 1, 3 and 5 seconds.
    }

    [Fact]
    public async Task A_wait_with_a_zero_timeout_polls_once()
    {
        using var test = new ScriptedClient(Running, Done);

        await Assert.ThrowsAsync<LoyaltyTimeoutException>(
            () => test.Client.V1.Exports.WaitAsync("exp_1", new() { Timeout = TimeSpan.Zero }));

        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task Cancelling_a_wait_for_a_job_ends_it_at_once()
    {
        using var test = new ScriptedClient(Running);
        using var source = new CancellationTokenSource();
        Task[] waits =
        [
            test.Client.V1.Exports.WaitAsync("exp_1", cancellationToken: source.Token),
            test.Client.AsyncActions.WaitAsync("aa_1", cancellationToken: source.Token),
        ];

        await source.CancelAsync();

        foreach (var wait in waits)
        {
            var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
            Assert.Equal(source.Token, error.CancellationToken);
        }

        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public async Task A_poll_is_retried_like_any_read_and_its_rejection_ends_the_wait()
    {
        using var test = new ScriptedClient(
            Steps.LoseConnection(),
            Running,
            Steps.Respond(HttpStatusCode.NotFound, """{"code":404,"key":"not_found","message":"Resource not found"}"""));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => test.Clock.RunToEnd(test.Client.V1.Exports.WaitAsync("exp_1")));

        Assert.Equal(LoyaltyErrorKeys.NotFound, error.Key);
        Assert.Equal(3, test.Attempts);
    }

    [Fact]
    public async Task The_request_options_of_a_wait_apply_to_each_poll()
    {
        using var test = new ScriptedClient(Running, Steps.Hang());
        var options = new RequestOptions
        {
            Timeout = TimeSpan.FromSeconds(3),
            Headers = new Dictionary<string, string> { ["X-Trace"] = "1" },
        };
        var started = test.Clock.GetUtcNow();

        await Assert.ThrowsAsync<LoyaltyTimeoutException>(
            () => test.Clock.RunToEnd(test.Client.V1.Exports.WaitAsync("exp_1", options: options)));

        Assert.Equal(TimeSpan.FromSeconds(4), test.Clock.GetUtcNow() - started); // A delay of 1 second and a poll of 3.
        Assert.All(test.Handler.Requests, static request => Assert.Equal("1", request.Header("X-Trace")));
    }

    [Fact]
    public void Invalid_wait_options_are_refused_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Done);
        var exports = test.Client.V1.Exports;

        Assert.Throws<ArgumentException>("exportId", () => { _ = exports.WaitAsync(".."); });
        Assert.Throws<ArgumentNullException>("exportJob", () => { _ = exports.WaitAsync((Export)null!); });
        Assert.ThrowsAny<ArgumentException>(() => { _ = exports.WaitAsync(new Export()); });
        Assert.Throws<ArgumentException>("asyncActionId", () => { _ = test.Client.AsyncActions.WaitAsync(" "); });
        Assert.Throws<ArgumentOutOfRangeException>(
            "wait.Timeout", () => { _ = exports.WaitAsync("exp_1", new() { Timeout = TimeSpan.FromSeconds(-1) }); });
        Assert.Throws<ArgumentOutOfRangeException>(
            "wait.BaseDelay", () => { _ = exports.WaitAsync("exp_1", new() { BaseDelay = TimeSpan.Zero }); });
        Assert.Throws<ArgumentOutOfRangeException>(
            "wait.BaseDelay", () => { _ = exports.WaitAsync("exp_1", new() { BaseDelay = TimeSpan.FromMinutes(1) }); });
        Assert.Throws<ArgumentOutOfRangeException>(
            "wait.MaxDelay", () => { _ = test.Client.AsyncActions.WaitAsync("aa_1", new() { MaxDelay = TimeSpan.FromDays(2) }); });
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task An_export_request_that_was_lost_is_repeated()
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Ok(Scheduled));

        var export = await test.Clock.RunToEnd(test.Client.V1.Exports.CreateCampaignTransactionsExportAsync("camp_1", new()));

        Assert.Equal((ExportStatus.Scheduled, 2), (export.Status?.Value, test.Attempts));
    }
}
