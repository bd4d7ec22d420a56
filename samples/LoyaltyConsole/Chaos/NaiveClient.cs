using System.Net;
using Polly;
using Polly.Retry;
using Refit;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole.Chaos;

/// <summary>What many would write: a Refit interface, and Polly repeats three times whatever failed.</summary>
internal sealed class NaiveClient : IChaosClient
{
    private const int Retries = 3;

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(20);

    private readonly HttpClient _http;
    private readonly INaiveApi _api;
    private readonly ResiliencePipeline _retries;

    public NaiveClient(LoyaltySandbox sandbox)
    {
        _http = new HttpClient { BaseAddress = sandbox.BaseAddress };
        _http.DefaultRequestHeaders.Add("X-App-Id", LoyaltySandboxOptions.DefaultAppId);
        _http.DefaultRequestHeaders.Add("X-App-Token", LoyaltySandboxOptions.DefaultAppToken);
        _api = RestService.For<INaiveApi>(_http);
        _retries = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                Delay = Delay,
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } error && IsWorthARetry(error)),
            })
            .Build();
    }

    public async Task<Told> AdjustAsync(ChaosAdjustment adjustment, CancellationToken cancellationToken)
    {
        var body = new NaiveAdjustment(ChaosPlan.Points, adjustment.SourceId);
        try
        {
            await _retries.ExecuteAsync(async token => await _api.AdjustAsync(adjustment.Card, body, token), cancellationToken);
            return Told.Applied;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return IsWorthARetry(error) ? Told.Unknown : Told.Rejected;
        }
    }

    public void Dispose() => _http.Dispose();

    // Anything but a plain refusal: no answer, an answer that could not be read, 408, 429 and 5xx.
    private static bool IsWorthARetry(Exception error) => error is not ApiException { StatusCode: var status }
        || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        || (int)status is < 400 or >= 500;
}
