using Voucherify.Loyalties.Queue.Tests.Support;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Jobs;

/// <summary>What a job costs: calls, and memory.</summary>
public sealed class CostTests : IDisposable
{
    private const int Items = 6000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task At_one_percent_of_losses_a_verified_adjustment_costs_at_most_1_02_calls()
    {
        await using var rig = NewRig();
        rig.Sandbox.Faults[SandboxFault.LoseResponse] = 0.008;
        rig.Sandbox.Faults[SandboxFault.LoseRequest] = 0.002;
        await rig.Jobs.SubmitAsync("job-1", ItemsAsync(rig, Items));
        await rig.StartAsync();

        await rig.RunUntilAsync(async () => (await rig.Jobs.GetProgressAsync("job-1"))! is { HasEnded: true, Verified: Items });

        var calls = rig.Posts + rig.Reads;
        Assert.Equal(Items, rig.Effects.Distinct().Count());
        Assert.Equal(Items, rig.Effects.Count);
        Assert.True(calls <= 1.02 * Items, $"{rig.Posts} sends and {rig.Reads} reads for {Items} adjustments");
        Assert.True((await rig.Jobs.VerifyAsync("job-1")).IsComplete);
    }

    [Fact]
    public async Task A_large_job_is_submitted_in_little_memory()
    {
        await using var rig = NewRig();
        var lines = TestScale.Cases(part: 50_000, full: 200_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;

        var csv = new GeneratedCsv(lines, line => most = line % 10_000 == 0 ? Most(most) : most);
        await rig.Jobs.SubmitAsync("job-1", AdjustmentCsv.ReadAsync(csv));

        Assert.Equal(lines, (await rig.Jobs.GetProgressAsync("job-1"))!.Total);
        Assert.InRange(most - before, 0, 100_000_000);
    }

    private static long Most(long most) => Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));

    private QueueRig NewRig() => new(
        time => new SqliteAdjustmentStore(_folder.File("queue.db"), time), static options => options.MaxCallsPerMinute = 6000);

    private static async IAsyncEnumerable<QueuedItem> ItemsAsync(QueueRig rig, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.CompletedTask;
            yield return rig.Item($"item-{i:00000}", 1, QueueRig.Card(i % 50));
        }
    }
}
