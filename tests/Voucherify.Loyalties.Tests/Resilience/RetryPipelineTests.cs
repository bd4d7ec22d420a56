using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Voucherify.Loyalties.Authentication;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Pipeline;
using Voucherify.Loyalties.Resilience;
using Voucherify.Loyalties.Telemetry;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.Time;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Resilience;

/// <summary>Only the pipeline repeats: without it, a call that would be repeated ends.</summary>
public sealed class RetryPipelineTests
{
    private readonly SteppingClock _clock = new();

    [Fact]
    public async Task A_read_is_repeated_by_the_pipeline_of_a_client()
    {
        var (failure, requests) = await RunAsync(static (options, time, telemetry) =>
            RetryPipeline.Build(options.Retry, time, Randomness.Seeded(1), telemetry));

        Assert.IsType<LoyaltyApiException>(failure);
        Assert.Equal(4, requests);
    }

    [Fact]
    public async Task Nothing_is_repeated_by_a_pipeline_without_retries()
    {
        var (failure, requests) = await RunAsync(static (_, _, _) => RetryPipeline.WithoutRetries);

        Assert.IsType<LoyaltyApiException>(failure);
        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task A_disposed_loop_sends_nothing()
    {
        var (failure, requests) = await RunAsync(static (_, _, _) => RetryPipeline.WithoutRetries, isDisposed: true);

        Assert.IsType<ObjectDisposedException>(failure);
        Assert.Equal(0, requests);
    }

    private async Task<(Exception? Failure, int Requests)> RunAsync(
        Func<LoyaltyClientOptions, TimeProvider, ClientTelemetry, RetryPipeline> buildRetries, bool isDisposed = false)
    {
        var options = new LoyaltyClientOptions { Credentials = LoyaltyCredentials.ApiKey("id", "token"), TimeProvider = _clock };
        var handler = new ScriptedHandler(Steps.Respond(HttpStatusCode.ServiceUnavailable, "{}"));
        using var transport = new HttpTransport(new HttpClient(handler), options);
        using var telemetry = new ClientTelemetry(options, NullLogger.Instance, static () => null);
        var clock = new ClientClock(_clock);
        using var attempts = new AttemptLoop(
            new RequestSender(transport, options, static (_, _) => { }),
            new RateGate(new RatePacer(clock, options.Retry, static () => 0.5), options.Retry, clock, telemetry),
            () => buildRetries(options, _clock, telemetry),
            telemetry,
            options);
        if (isDisposed)
        {
            attempts.Dispose();
        }

        Exception? failure = null;
        var thrown = await Record.ExceptionAsync(async () => failure = await _clock.RunToEnd(attempts.TryRunAsync(Call()).AsTask()));
        return (thrown ?? failure, handler.Requests.Count);
    }

    private static ResourceCall<LoyaltyMember> Call()
    {
        var host = new Uri("https://api.voucherify.io/");
        var authenticator = new ApiKeyAuthenticator(new ApiKeyCredentials("id", "token"));
        var settings = new CallSettings(authenticator, host, TimeSpan.FromSeconds(60), Options: null, CancellationToken.None);
        return new ResourceCall<LoyaltyMember>(
            V1Operations.GetMember,
            settings,
            () => Task.FromResult(new HttpRequestMessage(HttpMethod.Get, new Uri(host, "v1/loyalties/members/CARD"))));
    }
}
