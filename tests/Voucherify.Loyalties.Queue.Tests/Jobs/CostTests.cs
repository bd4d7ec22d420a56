using Voucherify.Loyalties.Queue.Tests.Support;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Jobs;

/// <summary>What a job costs: calls, and memory.</summary>
public sealed class CostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>A lost response costs nothing. A lost request costs a lookup and a second send.</summary>
    [Theory]
    [InlineData(6000, 0.008, 0.002, 1.02)]
    [InlineData(2000, 0.005, 0.005, 1.04)]
    public async Task At_one_percent_of_losses_a_verified_adjustment_costs_little_more_than_one_call(
        int items, double lostResponses, double lostRequests, double most)
    {
        await using var rig = NewRig();
        rig.Sandbox.Faults[SandboxFault.LoseResponse] = lostResponses;
        rig.Sandbox.Faults[SandboxFault.LoseRequest] = lostRequests;
        await rig.Jobs.SubmitAsync("job-1", ItemsAsync(rig, items));
        await rig.StartAsync();

        await rig.RunUntilAsync(async () =>
            await rig.Jobs.GetProgressAsync("job-1") is { HasEnded: true, Verified: var verified } && verified == items);

        Assert.Equal(items, rig.Effects.Distinct().Count());
        AssertCalls(rig, $"v1, {lostResponses:p1} lost responses, {lostRequests:p1} lost requests, all verified", items, most);
        Assert.True((await rig.Jobs.VerifyAsync("job-1")).IsComplete);
    }

    /// <summary>Version 2 has no list of a program: each adjustment is polled until the service has applied it.</summary>
    [Theory]
    [InlineData(0, 2.05)]
    [InlineData(4, 4.05)]
    public async Task In_version_2_an_adjustment_is_also_polled(int lagInSeconds, double most)
    {
        const int Count = 500;
        await using var rig = NewRig(TimeSpan.FromSeconds(lagInSeconds));
        rig.Sandbox.Faults[SandboxFault.LoseResponse] = 0.008;
        rig.Sandbox.Faults[SandboxFault.LoseRequest] = 0.002;
        await rig.Jobs.SubmitAsync("job-1", CardItemsAsync(rig, Count));
        await rig.StartAsync();

        await rig.RunUntilAsync(async () => (await rig.Jobs.GetProgressAsync("job-1"))!.HasEnded);

        AssertCalls(rig, $"v2, 0.8 % lost responses, 0.2 % lost requests, applied after {lagInSeconds} s", Count, most);
    }

    [Fact]
    public async Task A_large_job_is_submitted_in_little_memory()
    {
        await using var rig = NewRig();
        var lines = TestScale.Cases(part: 50_000, full: 200_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;

        await using var csv = new LineStream(Lines());
        await rig.Jobs.SubmitAsync("job-1", AdjustmentCsv.ReadAsync(csv));

        Assert.Equal(lines, (await rig.Jobs.GetProgressAsync("job-1"))!.Total);
        Assert.InRange(most - before, 0, 100_000_000);

        IEnumerable<string> Lines()
        {
            yield return "member_id,points,source_id";
            for (var line = 0; line < lines; line++)
            {
                most = line % 10_000 == 0 ? Most(most) : most;
                yield return $"CARD{line % 1000},10,line-{line}";
            }
        }
    }

    private static long Most(long most) => Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));

    private static void AssertCalls(QueueRig rig, string what, int items, double most)
    {
        var calls = (double)(rig.Posts + rig.Reads) / items;
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{what}: {rig.Posts} sends and {rig.Reads} reads for {items} adjustments, {calls:f4} calls for each.");
        Assert.Equal(items, rig.Sandbox.Journal.Count);
        Assert.InRange(calls, 1, most);
    }

    private QueueRig NewRig(TimeSpan lag = default) => new(
        time => new SqliteAdjustmentStore(_folder.File("queue.db"), time), static options => options.MaxCallsPerMinute = 6000, lag);

    private static async IAsyncEnumerable<QueuedItem> CardItemsAsync(QueueRig rig, int count)
    {
        var program = rig.Sandbox.V2.AddProgram().Id;
        var members = Enumerable.Range(0, 50).Select(i => rig.Sandbox.V2.AddMember(program, $"customer-{i}")).ToList();
        for (var i = 0; i < count; i++)
        {
            await Task.CompletedTask;
            var member = members[i % members.Count];
            yield return new QueuedCardAdjustment
            {
                ProgramId = member.ProgramId,
                MemberId = member.Id,
                CardId = member.CardId,
                Points = 1,
                SourceId = $"item-{i:00000}",
            };
        }
    }

    private static async IAsyncEnumerable<QueuedItem> ItemsAsync(QueueRig rig, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.CompletedTask;
            yield return rig.Item($"item-{i:00000}", 1, QueueRig.Card(i % 50));
        }
    }
}
