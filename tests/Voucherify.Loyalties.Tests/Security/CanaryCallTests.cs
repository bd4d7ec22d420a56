using Voucherify.Loyalties.Tests.Resilience;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>Everything that can happen to an attempt, with secrets that are searched for in all that is told about it.</summary>
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

    /// <summary>What the tests above would see if one of the three told a secret.</summary>
    [Fact]
    public void A_secret_that_is_told_would_be_noticed()
    {
        Assert.True(Canary.IsIn(string.Join('\n', Canary.TextsOf(new LoyaltyException("outer", new LoyaltyException(Canary.AppToken))))));
        Assert.True(
            Canary.IsIn(string.Join('\n', Canary.TextsOf(new LoyaltyOutcomeUnknownException("outer") { SourceId = Canary.AppToken }))));
    }

    /// <summary>What a provider of the user's says in its own exception is the user's text: the caller gets it as it is, and nobody else does.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_token_provider_throws_goes_to_the_caller_and_into_no_log(bool isAfterAnUnknownOutcome)
    {
        using var recorder = new OutputRecorder();
        var own = new InvalidOperationException($"vault refused {Canary.AppToken}");
        var asked = 0;
        using var test = new ScriptedClient(
            client => client
                .WithLoggers(recorder.Loggers())
                .WithCredentials(LoyaltyCredentials.AccessToken((_, _) => asked++ > 0 || !isAfterAnUnknownOutcome ? throw own : new("t"))),
            Steps.LoseConnection());

        var error = await Record.ExceptionAsync(() => test.AdjustAsync());

        Assert.Same(own, isAfterAnUnknownOutcome ? error!.InnerException : error);
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

    private static Step Played(OutcomeCase row, CancellationTokenSource cancellation) =>
        !row.Cancels ? row.Step : (request, cancellationToken) =>
    {
        var answer = row.Step(request, cancellationToken);
        cancellation.Cancel();
        return answer;
    };

    private static async Task<IEnumerable<Exception>> ErrorOf(Func<Task> call) =>
        await Record.ExceptionAsync(call) is { } error ? [error] : [];

    private static void AssertNoSecrets(OutputRecorder recorder, List<Exception> errors)
    {
        recorder.Dispose();
        Canary.AssertNotIn(recorder.All);
        Canary.AssertNotIn(errors.SelectMany(Canary.TextsOf));

        // All of them said something: an empty list would prove nothing.
        Assert.NotEmpty(recorder.Logged);
        Assert.NotEmpty(recorder.Spans);
        Assert.NotEmpty(recorder.Measurements);
        Assert.NotEmpty(errors);
    }
}
