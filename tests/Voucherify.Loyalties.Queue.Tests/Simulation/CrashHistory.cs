using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Queue.Sending;
using Voucherify.Loyalties.Queue.Worker;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Simulation;

/// <summary>
/// One history: items of three cards, a service that loses and delays, and processes that end at any call of the store. What counts is the
/// journal of the service.
/// </summary>
internal sealed class CrashHistory : IAsyncDisposable
{
    private const int Cards = 3;

    private static readonly TimeSpan LatestDelivery = TimeSpan.FromSeconds(150);

    private readonly Random _random;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));
    private readonly LoyaltySandbox _sandbox;
    private readonly InMemoryAdjustmentStore _store;
    private readonly AdjustmentQueueOptions _options = new() { MaxConcurrentCalls = 3 };
    private readonly QueueMetrics _metrics = new();
    private readonly TimeSpan _window;
    private readonly HttpMessageHandler _handler;
    private readonly List<QueuedAdjustment> _items = [];

    public CrashHistory(int seed, TimeSpan? window = null)
    {
        _random = new Random(seed);
        _window = window ?? TimeSpan.FromSeconds(190);
        var lag = TimeSpan.FromSeconds(_random.Next(3));
        var faults = new SandboxFaults { Seed = seed, AppliesTo = SandboxFaultTargets.Writes };
        faults[SandboxFault.LoseResponse] = 0.1;
        faults[SandboxFault.LoseRequest] = 0.1;
        faults[SandboxFault.DeliverLate] = 0.1;
        faults.MaxLateDelivery = LatestDelivery;
        _sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = _clock, ApplyLag = lag, Faults = faults });
        _handler = _sandbox.CreateHandler();
        _store = new InMemoryAdjustmentStore(_clock);
        var inCampaign = _random.Next(2) == 0;
        for (var card = 0; card < Cards; card++)
        {
            var campaign = _sandbox.V1.AddCard($"CARD{card}").CampaignId;
            for (var i = 0; i < 4; i++)
            {
                _items.Add(new QueuedAdjustment
                {
                    MemberId = $"CARD{card}",
                    CampaignId = inCampaign ? campaign : null,
                    Points = 10,
                    SourceId = $"{card}-item-{i}",
                });
            }
        }
    }

    /// <summary>Plays the history.</summary>
    /// <returns>What is wrong; null if nothing is.</returns>
    public async Task<string?> PlayAsync()
    {
        await new AdjustmentQueue(_store, _options).EnqueueAllAsync(_items);
        for (var crashes = _random.Next(5); crashes >= 0; crashes--)
        {
            var crashAt = crashes == 0 ? int.MaxValue : _random.Next(1, 200);
            if (await RunProcessAsync(new CrashingStore(_store, crashAt, _random.Next(2) == 0)))
            {
                break;
            }
        }

        // What is still on its way arrives now.
        _clock.Advance(LatestDelivery + TimeSpan.FromSeconds(10));
        return Verdict();
    }

    public async ValueTask DisposeAsync()
    {
        _metrics.Dispose();
        _handler.Dispose();
        await _sandbox.DisposeAsync();
    }

    private async Task<bool> RunProcessAsync(CrashingStore store)
    {
        var options = _sandbox.CreateClientOptions();
        options.Reconciliation.NoAnswerWindow = _window;
        options.Reconciliation.ServiceErrorWindow = _window < options.Reconciliation.ServiceErrorWindow
            ? _window
            : options.Reconciliation.ServiceErrorWindow;
        using var client = new LoyaltyClient(options, _handler);
        try
        {
            var session = await WorkerSession.BeginAsync(store, client.Times, _options, default);
            var worker = new WorkerLoop(store, client, new WorkerSettings(_options, _clock, _metrics, NullLogger.Instance), session);
            for (var i = 0; i < 3000 && !store.HasCrashed; i++)
            {
                await worker.StepAsync(default);
                await worker.WaitForSettlingAsync();
                if (!store.HasCrashed && await HasEndedAsync())
                {
                    return true;
                }

                await AdvanceAsync();
            }
        }
        catch (ProcessEndedException)
        {
            // The next process takes over.
        }

        // Nobody knows how long it took until the next process started.
        _clock.Advance(TimeSpan.FromSeconds(_random.Next(60)));
        return false;
    }

    private async Task<bool> HasEndedAsync()
    {
        var counts = await _store.ReadAsync(static rows => rows.Count(jobId: null), default);
        return counts.Keys.All(static state => state is AdjustmentState.Applied or AdjustmentState.DeadLetter);
    }

    // To what is due next, or a little further.
    private async Task AdvanceAsync()
    {
        var work = await _store.ReadAsync(static rows => rows.Due(), default);
        var next = work.NextClaimAt is null || work.NextLookAt < work.NextClaimAt ? work.NextLookAt : work.NextClaimAt;
        var due = next - _store.Now ?? TimeSpan.FromSeconds(5);
        _clock.Advance(TimeSpan.FromSeconds(Math.Clamp(due.TotalSeconds, 0.2, 5)));
    }

    private string? Verdict()
    {
        for (var card = 0; card < Cards; card++)
        {
            var effects = _sandbox.Journal.Where(entry => entry.CardCode == $"CARD{card}").Select(static entry => entry.SourceId);
            var expected = _items.Where(item => item.MemberId == $"CARD{card}").Select(static item => item.SourceId);
            if (!effects.SequenceEqual(expected))
            {
                return $"CARD{card}: {string.Join(' ', effects)}";
            }
        }

        return null;
    }
}
