using Voucherify.Loyalties.EngineTests.Support;

namespace Voucherify.Loyalties.EngineTests.Grains;

/// <summary>The reduced kill contract for the sample with a grain for each card.</summary>
public sealed class GrainsKillTests : IDisposable
{
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(3));

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task Silos_that_are_killed_and_frozen_double_and_lose_nothing_and_keep_the_order()
    {
        await using var run = await GrainsRun.StartAsync(itemsPerCard: 20, pace: TimeSpan.FromSeconds(0.7), _patience.Token);

        await run.Workers.DisturbAsync(
            pause: TimeSpan.FromSeconds(4),
            longFreeze: EngineService.Window + TimeSpan.FromSeconds(8),
            shortFreeze: EngineService.SendWithin + TimeSpan.FromSeconds(0.5),
            _patience.Token);

        Assert.Equal((0, 0, 0), (await run.FinishAsync(_patience.Token)).Faults);
    }

    /// <summary>If this finds nothing, the test above is too weak.</summary>
    [Fact]
    public async Task Without_their_claims_grains_double_items_when_silos_are_killed()
    {
        await using var run = await GrainsRun.StartAsync(itemsPerCard: 1000, pace: TimeSpan.Zero, _patience.Token);

        await run.Workers.KillUntilDoubledAsync(run.Service, run.ForgetClaimsAsync, _patience.Token);

        Assert.NotEqual(0, run.Service.Doubled);
    }
}
