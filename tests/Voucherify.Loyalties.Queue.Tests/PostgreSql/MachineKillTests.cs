namespace Voucherify.Loyalties.Queue.Tests.PostgreSql;

/// <summary>
/// The kill contract for several machines, over PostgreSQL: nothing is lost, doubled or out of order. The short form runs the first part.
/// </summary>
public sealed class MachineKillTests : IDisposable
{
    private static readonly string[] AllParts =
    [
        "K2 kills, freezes and crashes",
        "K3 a freeze between a claim and its sends",
        "K4 a server that does not wait for its disk",
        "K5 a pooler",
        "K6 a copy under living machines",
        "the shared rate",
    ];

    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(4));

    public static TheoryData<string> Parts => [.. AllParts.Take(TestScale.Cases(part: 1, full: AllParts.Length))];

    private CancellationToken Token => _patience.Token;

    public void Dispose() => _patience.Dispose();

    [Theory]
    [MemberData(nameof(Parts))]
    public Task Several_machines_keep_the_contract(string part) => part[..2] switch
    {
        "K2" => KillAsync(),
        "K3" => FreezeAtClaimAsync(),
        "K4" => CrashAsync(),
        "K5" => KillBehindPoolerAsync(),
        "K6" => RestoreAsync(),
        _ => ShareRateAsync(TimeSpan.FromSeconds(15)),
    };

    /// <summary>The long form: <c>-method "*.K2_Eight_*" -explicit only</c>.</summary>
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

    /// <summary>Measures adjustments a second, without any disturbance: <c>-method "*.Throughput" -explicit only</c>.</summary>
    [Theory(Explicit = true)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public async Task Throughput(int machines)
    {
        using var server = new PostgresServer("fsync=on");
        var plan = new MachinesPlan(machines, Cards: 400, ItemsPerCard: 20) { Faults = new() };
        await using var run = await MachinesRun.StartAsync(plan, server.ConnectionString, Token);

        Assert.Equal((0, 0, 0), (await FinishAsync(run, Token)).Faults);
    }

    private async Task KillAsync()
    {
        using var server = new PostgresServer();
        var plan = new MachinesPlan(
            Machines: TestScale.Cases(part: 2, full: 4),
            Cards: TestScale.Cases(part: 30, full: 100),
            ItemsPerCard: TestScale.Cases(part: 15, full: 40));
        await using var run = await MachinesRun.StartAsync(plan, server.ConnectionString, Token);

        await run.DisturbAsync(rounds: TestScale.Cases(part: 1, full: 4), server, Token);

        Assert.Equal((0, 0, 0), (await FinishAsync(run, Token)).Faults);
    }

    // A machine freezes between a claim and its sends, for longer than all windows together. Another one sends its rows meanwhile. Without
    // the last check, the first one sends them again when it goes on.
    private async Task FreezeAtClaimAsync()
    {
        Assert.Equal(0, await FreezeAtClaimAsync([]));
        Assert.NotEqual(0, await FreezeAtClaimAsync(["unguarded=yes"]));
    }

    private async Task<int> FreezeAtClaimAsync(string[] arguments)
    {
        using var server = new PostgresServer();
        var plan = new MachinesPlan(Machines: 1, Cards: 20, ItemsPerCard: 2)
        {
            Window = 0.5,
            Faults = new(),
            Arguments = ["ends-at=claim.after-commit", "freezes=yes", .. arguments],
        };
        await using var run = await MachinesRun.StartAsync(plan, server.ConnectionString, Token);
        await run.UntilAsync(static counts => counts.ContainsKey(AdjustmentState.Sending), Token);
        run.AddMachine();
        await run.FinishAsync(Token);

        run.Continue();
        for (var i = 0; i < 50 && run.Verdict.Doubled == 0; i++)
        {
            await Task.Delay(100, Token);
        }

        return run.Verdict.Doubled;
    }

    private async Task CrashAsync()
    {
        using var server = new PostgresServer("synchronous_commit=off", "wal_writer_delay=10000ms");
        await using var run = await MachinesRun.StartAsync(
            new MachinesPlan(Machines: 2, Cards: 100, ItemsPerCard: 30), server.ConnectionString, Token);
        for (var crashes = 5; crashes > 0; crashes--)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), Token);
            server.Crash();
        }

        Assert.Equal((0, 0, 0), (await FinishAsync(run, Token)).Faults);
    }

    private async Task KillBehindPoolerAsync()
    {
        using var server = new PostgresServer();
        using var pooler = new PgBouncer(server);
        await using var run = await MachinesRun.StartAsync(
            new MachinesPlan(Machines: 2, Cards: 100, ItemsPerCard: 30), pooler.ConnectionString, Token);

        await run.DisturbAsync(rounds: 2, crashes: null, Token);

        Assert.Equal((0, 0, 0), (await FinishAsync(run, Token)).Faults);
    }

    private async Task RestoreAsync()
    {
        using var server = new PostgresServer();
        var plan = new MachinesPlan(Machines: 2, Cards: 50, ItemsPerCard: 40) { Faults = new() };
        await using var run = await MachinesRun.StartAsync(plan, server.ConnectionString, Token);
        await run.UntilAsync(static counts => counts.GetValueOrDefault(AdjustmentState.Applied) > 100, Token);
        server.Copy();
        await run.UntilAsync(static counts => counts.GetValueOrDefault(AdjustmentState.Applied) > 400, Token);

        server.Restore();

        Assert.Equal((0, 0, 0), (await FinishAsync(run, Token)).Faults);
    }

    // 100 calls a second, of which the workers leave a fifth to the shop. What was not applied was refused. A machine that is busy with
    // other work wakes its workers late, so the test asks for less than the 97 percent that are wanted.
    private async Task ShareRateAsync(TimeSpan time)
    {
        const double Share = 6000 / 60 * 0.8;
        using var server = new PostgresServer();
        var plan = new MachinesPlan(Machines: 4, Cards: 500, ItemsPerCard: 10) { Faults = new(), RateLimit = 6000, HasVersion2 = false };
        await using var run = await MachinesRun.StartAsync(plan, server.ConnectionString, Token);
        await run.UntilAsync(static counts => counts.GetValueOrDefault(AdjustmentState.Applied) > 400, Token);
        var (before, watch) = (run.Verdict, System.Diagnostics.Stopwatch.StartNew());
        await Task.Delay(time, Token);
        var (after, seconds) = (run.Verdict, watch.Elapsed.TotalSeconds);

        var used = (after.Calls - before.Calls) / (seconds * Share);
        TestContext.Current.TestOutputHelper!.WriteLine($"{used:p1} of the share used, {after.Refused} of {after.Calls} calls refused");
        Assert.InRange(used, 0.85, 1.03);
        Assert.InRange(after.Refused, 0, after.Calls / 100);
    }

    private static async Task<MachinesVerdict> FinishAsync(MachinesRun run, CancellationToken cancellationToken)
    {
        var verdict = await run.FinishAsync(cancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(verdict.ToString());
        return verdict;
    }
}
