using Voucherify.Loyalties.EngineTests.Support;

namespace Voucherify.Loyalties.EngineTests.Stream;

/// <summary>The reduced kill contract for the sample on a stream.</summary>
public sealed class StreamKillTests : IDisposable
{
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(3));

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task Workers_on_a_stream_that_are_killed_and_frozen_double_and_lose_nothing_and_keep_the_order()
    {
        await using var run = await StreamRun.StartAsync(itemsPerCard: 20, pace: TimeSpan.FromSeconds(0.7), _patience.Token);

        await run.Workers.DisturbAsync(
            pause: TimeSpan.FromSeconds(2.5),
            longFreeze: StreamRun.Options.AckWait + EngineService.Window + TimeSpan.FromSeconds(1),
            shortFreeze: EngineService.SendWithin + TimeSpan.FromSeconds(0.5),
            _patience.Token);

        Assert.Equal((0, 0, 0), (await run.FinishAsync(_patience.Token)).Faults);
    }

    /// <summary>If this finds nothing, the test above is too weak.</summary>
    [Fact]
    public async Task Without_its_claims_a_stream_doubles_items_when_workers_are_killed()
    {
        await using var run = await StreamRun.StartAsync(itemsPerCard: 1000, pace: TimeSpan.Zero, _patience.Token);

        await run.Workers.KillUntilDoubledAsync(run.Service, () => run.ForgetClaimsAsync(_patience.Token), _patience.Token);

        Assert.NotEqual(0, run.Service.Doubled);
    }
}
