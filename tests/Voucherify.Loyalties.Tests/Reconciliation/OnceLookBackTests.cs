using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>How far back a call that credits once looks for its id.</summary>
public sealed class OnceLookBackTests
{
    [Theory]
    [InlineData(29, 2)]
    [InlineData(31, 1)]
    public async Task The_first_lookup_goes_back_thirty_days(int age, int lookups)
    {
        using var rig = new SandboxRig();
        await FillAsync(rig, middle: 99, days: age);
        var before = rig.Lookups;

        await rig.Run(rig.OnceAsync("order-1"));

        Assert.Equal(lookups, rig.Lookups - before);
    }

    [Fact]
    public async Task An_id_older_than_the_lookback_is_sent_again_and_the_lookback_can_be_longer()
    {
        using var rig = new SandboxRig();
        await FillAsync(rig, middle: 99, days: 31);

        await rig.Run(rig.OnceAsync("old-0", points: 1, once: new AdjustOnceOptions { LookBack = TimeSpan.FromDays(32) }));
        Assert.Single(rig.Effects, "old-0:1");
        rig.Restart();
        await rig.Run(rig.OnceAsync("old-0", points: 1));
        Assert.Equal(2, rig.Effects.Count(static effect => effect == "old-0:1"));
    }

    [Fact]
    public async Task A_prior_attempt_never_makes_the_lookup_shorter()
    {
        using var rig = new SandboxRig();
        await FillAsync(rig, middle: 100, days: 20);

        var prior = PriorAttempt.ElapsedSinceSend(TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        await rig.Run(rig.OnceAsync("old-0", points: 1, once: new AdjustOnceOptions { Prior = prior }));

        Assert.Single(rig.Effects, "old-0:1");
    }

    /// <summary>Makes an old adjustment, some later ones, and a new one days afterwards. Then another client begins.</summary>
    private static async Task FillAsync(SandboxRig rig, int middle, int days)
    {
        await AdjustAsync(rig, 1, "old");
        await AdjustAsync(rig, middle, "middle");
        rig.Clock.Advance(TimeSpan.FromDays(days));
        await AdjustAsync(rig, 1, "new");
        rig.Restart();
    }

    private static async Task AdjustAsync(SandboxRig rig, int count, string name)
    {
        for (var i = 0; i < count; i++)
        {
            await rig.Run(rig.AdjustAsync($"{name}-{i}", points: 1));
        }
    }
}
