namespace Voucherify.Loyalties.Queue.Tests.Simulation;

/// <summary>Whatever crashes, each item has one effect, in the order of its card.</summary>
public sealed class CrashTests
{
    [Fact]
    public Task Each_item_has_one_effect_in_its_order_whatever_call_of_the_store_a_process_ends_at() =>
        PlayAsync(TestScale.Cases(part: 300, full: 1000));

    /// <summary>The same with many more histories: <c>-class "*CrashTests" -explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public Task Each_item_has_one_effect_in_its_order_in_ten_thousand_histories() => PlayAsync(10_000);

    /// <summary>If this finds nothing, the test above proves nothing.</summary>
    [Fact]
    public async Task With_a_window_that_is_too_short_the_same_histories_find_duplicates()
    {
        var wrong = 0;
        for (var seed = 1; seed <= 60; seed++)
        {
            await using var history = new CrashHistory(seed, window: TimeSpan.FromSeconds(5));
            wrong += await history.PlayAsync() is null ? 0 : 1;
        }

        Assert.InRange(wrong, 5, 60);
    }

    private static async Task PlayAsync(int histories)
    {
        for (var seed = 1; seed <= histories; seed++)
        {
            await using var history = new CrashHistory(seed);
            var wrong = await history.PlayAsync();
            Assert.True(wrong is null, $"Seed {seed}: {wrong}");
        }
    }
}
