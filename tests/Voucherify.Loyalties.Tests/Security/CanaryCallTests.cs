using Voucherify.Loyalties.Tests.Resilience;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>Every outcome of an attempt, and a search for secrets in everything that is logged, traced, measured or thrown.</summary>
[Collection(nameof(RunsAlone))]
public sealed class CanaryCallTests
{
    private static readonly Func<ScriptedClient, CancellationToken, Task>[] Calls =
    [
        static (test, token) => test.AdjustAsync(token),
        static (test, token) => test.GetAsync(token),
        static (test, token) => test.Clock.RunToEnd(test.Client.V1.Campaigns.DeleteCampaignAsync("camp_1", cancellationToken: token)),
    ];

    public static TheoryData<string> Kinds => [.. SecretCredentials.All.Keys];

    [Theory, MemberData(nameof(Kinds))]
    public async Task No_outcome_of_a_call_shows_a_secret(string kind)
    {
        using var recorder = new OutputRecorder();
        var errors = new List<Exception>();
        var sent = false;
        foreach (var row in OutcomeCases.All)
        {
            foreach (var call in Calls)
            {
                using var cancellation = new CancellationTokenSource();
                using var test = NewClient(recorder, kind, row, Played(row, cancellation).WithToken());
                errors.AddRange(await ErrorOf(() => call(test, cancellation.Token)));
                sent |= test.Handler.Requests.Any(static request => Canary.IsIn(request.Headers));
            }
        }

        AssertNoSecrets(recorder, errors);
        Assert.True(sent);
    }

    [Fact]
    public async Task No_outcome_of_a_token_request_shows_a_secret()
    {
        using var recorder = new OutputRecorder();
        var errors = new List<Exception>();
        foreach (var row in OutcomeCases.All)
        {
            using var cancellation = new CancellationTokenSource();
            using var test = NewClient(recorder, "OAuth", row, Played(row, cancellation));
            errors.AddRange(await ErrorOf(() => test.AdjustAsync(cancellation.Token)));
        }

        AssertNoSecrets(recorder, errors);
    }

    [Fact]
    public async Task No_operation_on_tokens_shows_a_secret()
    {
        using var recorder = new OutputRecorder();
        var errors = new List<Exception>();
        foreach (var row in OutcomeCases.All.Where(static row => !row.Cancels))
        {
            using var test = NewClient(recorder, "key", row, row.Step);
            errors.AddRange(
                await ErrorOf(() => test.Clock.RunToEnd(test.Client.OAuth.RevokeTokenAsync(new() { AccessToken = Canary.Bearer }))));
            errors.AddRange(
                await ErrorOf(() => test.Clock.RunToEnd(test.Client.OAuth.IntrospectTokenAsync(new() { AccessToken = Canary.Bearer }))));
            errors.AddRange(
                await ErrorOf(() => test.Clock.RunToEnd(test.Client.OAuth.CreateTokenAsync(new() { Scope = [OAuthScope.Api] }))));
        }

        AssertNoSecrets(recorder, errors);
    }

    /// <summary>Proves that the search of these tests can find a secret.</summary>
    [Fact]
    public void The_search_for_secrets_finds_a_secret_in_an_exception()
    {
        Assert.True(Canary.IsIn(string.Join('\n', Canary.TextsOf(new LoyaltyException("outer", new LoyaltyException(Canary.AppToken))))));
        Assert.True(
            Canary.IsIn(string.Join('\n', Canary.TextsOf(new LoyaltyOutcomeUnknownException("outer") { SourceId = Canary.AppToken }))));
    }

    /// <summary>The exception of a user's token provider may hold a secret. Only the caller gets it, unchanged.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_exception_of_a_token_provider_reaches_the_caller_and_no_log(bool isAfterAnUnknownOutcome)
    {
        using var recorder = new OutputRecorder();
        var failure = new InvalidOperationException($"vault refused {Canary.AppToken}");
        var calls = 0;
        var firstFailure = isAfterAnUnknownOutcome ? 1 : 0;
        using var test = new ScriptedClient(
            client => client
                .WithLoggers(recorder.Loggers())
                .WithCredentials(LoyaltyCredentials.AccessToken((_, _) => calls++ >= firstFailure ? throw failure : new("t"))),
            Steps.LoseConnection());

        var error = await Record.ExceptionAsync(() => test.AdjustAsync());

        Assert.Same(failure, isAfterAnUnknownOutcome ? error!.InnerException : error);
        Canary.AssertNotIn(recorder.All);
        Assert.NotEmpty(recorder.Spans);
    }

    private static ScriptedClient NewClient(OutputRecorder recorder, string kind, OutcomeCase row, Step step)
    {
        var test = new ScriptedClient(
            client => client.WithCredentials(SecretCredentials.All[kind]())
                .WithLoggers(recorder.Loggers())
                .WithUserHandler(row.UserHandler?.Invoke()),
            step);
        if (row.IsHeldBack)
        {
            var response = new HttpResponseMessage();
            response.Headers.Add("X-Rate-Limit-Remaining", "0");
            response.Headers.Add("X-Rate-Limit-Retry", "31");
            test.Client.Parts.Pacer.Observe(response, DateTimeOffset.UnixEpoch);
        }

        return test;
    }

    private static Step Played(OutcomeCase row, CancellationTokenSource cancellation)
    {
        return row.Cancels ? Cancelling : row.Step;

        Task<HttpResponseMessage> Cancelling(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = row.Step(request, cancellationToken);
            cancellation.Cancel();
            return response;
        }
    }

    private static async Task<IEnumerable<Exception>> ErrorOf(Func<Task> call) =>
        await Record.ExceptionAsync(call) is { } error ? [error] : [];

    private static void AssertNoSecrets(OutputRecorder recorder, List<Exception> errors)
    {
        recorder.Dispose();
        Canary.AssertNotIn(recorder.All);
        Canary.AssertNotIn(errors.SelectMany(Canary.TextsOf));

        // An empty list would prove nothing.
        Assert.NotEmpty(recorder.Logged);
        Assert.NotEmpty(recorder.Spans);
        Assert.NotEmpty(recorder.Measurements);
        Assert.NotEmpty(errors);
    }
}
