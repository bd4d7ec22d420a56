using System.Diagnostics;
using System.Globalization;
using Voucherify.Loyalties.Benchmarks.Measuring;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Benchmarks.Queue;

/// <summary>A card with calls that wait: the first call has no response yet.</summary>
internal sealed class WaitingQueue : IDisposable
{
    private const int TurnCalls = 200;

    private readonly LoyaltyClient _client;
    private readonly SilentHandler _silence = new();
    private int _number;

    public WaitingQueue(int length)
    {
        var options = new LoyaltyClientOptions { Credentials = LoyaltyCredentials.ApiKey("app-id", "app-token") };
        options.AttemptTimeout = options.TotalTimeout = options.Ordering.MaxQueueWait = TimeSpan.FromDays(1);
        _client = new LoyaltyClient(options, _silence);
        for (var i = 0; i <= length; i++)
        {
            _ = AdjustAsync(CancellationToken.None);
        }
    }

    /// <summary>Lines some calls up, and measures that. Then they give up, so that the queue keeps its length.</summary>
    public Turn Join()
    {
        using var cancellation = new CancellationTokenSource();
        var calls = new Task[TurnCalls];
        var start = Stopwatch.GetTimestamp();
        var cpu = CpuClock.Thread;
        for (var i = 0; i < TurnCalls; i++)
        {
            calls[i] = AdjustAsync(cancellation.Token);
        }

        cpu = CpuClock.Thread - cpu;
        var turn = new Turn(cpu / 1000.0 / TurnCalls, TurnCalls / Stopwatch.GetElapsedTime(start).TotalSeconds);
        cancellation.Cancel();
        Task.WhenAll(calls).ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        return turn;
    }

    public void Dispose()
    {
        _client.Dispose();
        _silence.Dispose();
    }

    private Task<BalanceResult> AdjustAsync(CancellationToken cancellationToken) => _client.V1.Members.AdjustBalanceAsync(
        "CARD",
        new AdjustBalanceRequest { Points = 1, SourceId = (_number++).ToString(CultureInfo.InvariantCulture) },
        cancellationToken: cancellationToken);

    private sealed class SilentHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("It never responds.");
        }
    }
}
