using System.Net;
using Polly;
using Polly.Retry;
using Refit;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole.Chaos;

/// <summary>A client as many would write it: a Refit interface, and three retries by Polly after any failure.</summary>
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
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } error && IsRetryable(error)),
            })
            .Build();
    }

    public async Task<ReportedOutcome> AdjustAsync(ChaosAdjustment adjustment, CancellationToken cancellationToken)
    {
        try
        {
            await _retries.ExecuteAsync(async token => await SendAsync(adjustment, token), cancellationToken);
            return ReportedOutcome.Applied;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return IsRetryable(error) ? ReportedOutcome.Unknown : ReportedOutcome.Rejected;
        }
    }

    public void Dispose() => _http.Dispose();

    private Task SendAsync(ChaosAdjustment adjustment, CancellationToken cancellationToken) => adjustment.Ids is { } ids
        ? _api.AdjustAsync(
            ids.Program.Value,
            ids.Member.Value,
            ids.Card.Value,
            new NaiveCardAdjustment(ChaosPlan.Points, adjustment.SourceId),
            cancellationToken)
        : _api.AdjustAsync(adjustment.Card, new NaiveAdjustment(ChaosPlan.Points, adjustment.SourceId), cancellationToken);

    // Everything except a plain rejection: no response, an unreadable response, 408, 429 and 5xx.
    private static bool IsRetryable(Exception error) => error is not ApiException { StatusCode: var status }
        || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        || (int)status is < 400 or >= 500;
}
