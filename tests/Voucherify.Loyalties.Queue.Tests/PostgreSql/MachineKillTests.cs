using System.Globalization;

namespace Voucherify.Loyalties.Queue.Tests.PostgreSql;

/// <summary>The kill contract for several machines, over PostgreSQL: nothing is lost, doubled or out of order.</summary>
public sealed class MachineKillTests : IDisposable
{
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(4));

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task K2_Machines_that_are_killed_and_frozen_and_a_server_that_crashes_double_and_lose_nothing()
    {
        using var server = new PostgresServer();
        var plan = new MachinesPlan(
            Machines: TestScale.Cases(part: 2, full: 4), Cards: TestScale.Cases(part: 30, full: 100), ItemsPerCard: TestScale.Cases(part: 20, full: 40));
        await using var run = await MachinesRun.StartAsync(plan, server.ConnectionString, _patience.Token);

        await run.DisturbAsync(rounds: TestScale.Cases(part: 1, full: 4), server, _patience.Token);

        Assert.Equal((0, 0, 0), (await FinishAsync(run, _patience.Token)).Faults);
    }

    private static async Task<MachinesVerdict> FinishAsync(MachinesRun run, CancellationToken cancellationToken)
    {
        var verdict = await run.FinishAsync(cancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(verdict.ToString());
        return verdict;
    }

    /// <summary>Not a judgement, but a measurement: adjustments a second.</summary>
    [Theory(Explicit = true)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public async Task Throughput(int machines)
    {
        using var server = new PostgresServer("fsync=on");
        var plan = new MachinesPlan(machines, Cards: 400, ItemsPerCard: 20) { Faults = new() };
        await using var run = await MachinesRun.StartAsync(plan, server.ConnectionString, _patience.Token);

        Assert.Equal((0, 0, 0), (await FinishAsync(run, _patience.Token)).Faults);
    }
}
