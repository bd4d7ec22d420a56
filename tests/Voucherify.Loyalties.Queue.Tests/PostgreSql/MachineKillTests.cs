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

    /// <summary>If this finds nothing, the tests above are too weak.</summary>
    [Fact]
    public async Task K3_Without_the_last_check_machines_that_are_frozen_double_adjustments()
    {
        using var server = new PostgresServer();
        var plan = new MachinesPlan(Machines: 3, Cards: 300, ItemsPerCard: 40) { Window = 0.5, Arguments = ["unguarded=true"], Faults = new() };
        await using var run = await MachinesRun.StartAsync(plan, server.ConnectionString, _patience.Token);

        while (run.Verdict.Doubled == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), _patience.Token);
            await run.FreezeAsync(TimeSpan.FromSeconds(4), _patience.Token);
        }

        Assert.NotEqual(0, run.Verdict.Doubled);
    }

    [Fact]
    public async Task K4_A_server_that_does_not_wait_for_its_disk_loses_no_claim_in_a_crash()
    {
        using var server = new PostgresServer("synchronous_commit=off", "wal_writer_delay=10000ms");
        var plan = new MachinesPlan(
            Machines: 2, Cards: TestScale.Cases(part: 20, full: 100), ItemsPerCard: TestScale.Cases(part: 10, full: 40));
        await using var run = await MachinesRun.StartAsync(plan, server.ConnectionString, _patience.Token);
        for (var crashes = TestScale.Cases(part: 1, full: 5); crashes > 0; crashes--)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), _patience.Token);
            server.Crash();
        }

        Assert.Equal((0, 0, 0), (await FinishAsync(run, _patience.Token)).Faults);
    }

    [Fact]
    public async Task K5_Through_a_pooler_in_transaction_mode_machines_double_and_lose_nothing()
    {
        using var server = new PostgresServer();
        using var pooler = new PgBouncer(server);
        var plan = new MachinesPlan(
            Machines: 2, Cards: TestScale.Cases(part: 20, full: 100), ItemsPerCard: TestScale.Cases(part: 10, full: 40));
        await using var run = await MachinesRun.StartAsync(plan, pooler.ConnectionString, _patience.Token);

        await run.DisturbAsync(rounds: TestScale.Cases(part: 1, full: 3), crashes: null, _patience.Token);

        Assert.Equal((0, 0, 0), (await FinishAsync(run, _patience.Token)).Faults);
    }

    [Fact]
    public async Task K6_A_copy_of_the_data_that_is_restored_under_living_machines_doubles_nothing()
    {
        using var server = new PostgresServer();
        var plan = new MachinesPlan(
            Machines: 2, Cards: TestScale.Cases(part: 40, full: 100), ItemsPerCard: 40) { Faults = new() };
        await using var run = await MachinesRun.StartAsync(plan, server.ConnectionString, _patience.Token);
        await run.UntilAsync(static counts => counts.GetValueOrDefault(AdjustmentState.Applied) > 100, _patience.Token);
        server.Copy();
        await run.UntilAsync(static counts => counts.GetValueOrDefault(AdjustmentState.Applied) > 400, _patience.Token);

        server.Restore();

        Assert.Equal((0, 0, 0), (await FinishAsync(run, _patience.Token)).Faults);
    }

    /// <summary>The long form: <c>-method "*MachineKillTests.K2_Eight*" -explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public async Task K2_Eight_machines_and_a_hundred_thousand_items()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromHours(3));
        using var server = new PostgresServer();
        await using var run = await MachinesRun.StartAsync(
            new MachinesPlan(Machines: 8, Cards: 1000, ItemsPerCard: 100), server.ConnectionString, patience.Token);

        await run.DisturbAsync(rounds: 20, server, patience.Token);

        Assert.Equal((0, 0, 0), (await FinishAsync(run, patience.Token)).Faults);
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
