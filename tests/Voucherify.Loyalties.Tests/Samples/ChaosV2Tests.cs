using LoyaltyConsole.Chaos;

namespace Voucherify.Loyalties.Tests.Samples;

/// <summary><c>chaos --v2</c> of the sample.</summary>
public sealed class ChaosV2Tests
{
    private static readonly ChaosPlan Plan = new(Adjustments: 60, Seed: 1, Cards: 5) { IsV2 = true };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task This_package_applies_every_adjustment_of_version_2_once_where_a_naive_client_applies_some_twice()
    {
        var naive = await ChaosRun.RunAsync(Plan, static sandbox => new NaiveClient(sandbox), static () => { }, Stop);
        var ours = await ChaosRun.RunAsync(
            Plan with { Severity = 2 }, static sandbox => new LoyaltyChaosClient(sandbox), static () => { }, Stop);

        Assert.True(naive.AppliedTwiceOrMore > 0, naive.ToString());
        Assert.False(naive.IsExact(Plan));
        Assert.Equal((60, 0, 0, 0, 0), (ours.AppliedOnce, ours.AppliedTwiceOrMore, ours.ExtraCredits, ours.Lost, ours.LeftUnknown));
        Assert.True(ours.IsExact(Plan));
        Assert.True(ours.FaultsOnAdjustments > 0, ours.ToString());
    }

    [Fact]
    public async Task The_chaos_command_compares_the_clients_with_version_2()
    {
        var run = await SampleRun.OfAsync("chaos", "--v2", "--adjustments", "60", "--cards", "5", "--seed", "2");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("seed 2, version 2.", run.Output, StringComparison.Ordinal);
        var rows = run.Rows.Skip(1).ToDictionary(static row => row[0], static row => (Naive: row[1], Ours: row[2]));
        Assert.NotEqual("0", rows["applied twice or more"].Naive);
        Assert.Equal("60", rows["applied once"].Ours);
        Assert.All(
            ["applied twice or more", "extra credits", "lost", "left unknown to the caller"], name => Assert.Equal("0", rows[name].Ours));
    }
}
