using System.Globalization;
using LoyaltyConsole.Chaos;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Samples;

/// <summary><c>chaos</c> of the sample.</summary>
public sealed class ChaosTests
{
    private static readonly ChaosPlan Plan = new(Adjustments: 60, Seed: 1, Cards: 5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task This_package_applies_every_adjustment_once_where_a_naive_client_applies_some_twice()
    {
        var naive = await ChaosRun.RunAsync(Plan, static sandbox => new NaiveClient(sandbox), static () => { }, Stop);

        // More faults than the command causes, since 60 adjustments are few and must meet faults in every order of arrival.
        var ours = await ChaosRun.RunAsync(
            Plan with { Severity = 2 }, static sandbox => new LoyaltyChaosClient(sandbox), static () => { }, Stop);

        Assert.True(naive.AppliedTwiceOrMore > 0, naive.ToString());
        Assert.Equal((60, 0, 0, 0, 0), (ours.AppliedOnce, ours.AppliedTwiceOrMore, ours.ExtraCredits, ours.Lost, ours.LeftUnknown));
        Assert.True(ours.IsExact(Plan));
        Assert.False(naive.IsExact(Plan));
        Assert.True(ours.Faults >= naive.Faults, $"{ours}\n{naive}");

        // For each adjustment that was sent: this package sends fewer, so the number of faults alone would depend on the order of arrival.
        Assert.True(ours.FaultsOnAdjustments * naive.Posts >= naive.FaultsOnAdjustments * ours.Posts, $"{ours}\n{naive}");
    }

    [Fact]
    public async Task The_counts_of_the_chaos_command_come_from_the_journal()
    {
        // This client sends the first of three adjustments twice and the last one never, and reports all of them as applied.
        var result = await ChaosRun.RunAsync(
            new ChaosPlan(3, Seed: 1, Cards: 1), static sandbox => new LyingClient(sandbox), static () => { }, Stop);

        Assert.Equal(
            (1, 1, 1, 1, 0), (result.AppliedOnce, result.AppliedTwiceOrMore, result.ExtraCredits, result.Lost, result.LeftUnknown));
        Assert.False(result.IsExact(Plan with { Adjustments = 3 }));
    }

    [Fact]
    public async Task The_chaos_command_shows_both_clients_side_by_side_and_succeeds()
    {
        var run = await SampleRun.OfAsync("chaos", "--adjustments", "60", "--cards", "5", "--seed", "2");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var rows = run.Rows.Skip(1).ToDictionary(static row => row[0], static row => (Naive: row[1], Ours: row[2]));
        Assert.NotEqual("0", rows["applied twice or more"].Naive);
        Assert.Equal("60", rows["applied once"].Ours);
        Assert.All(
            ["applied twice or more", "extra credits", "lost", "left unknown to the caller"], name => Assert.Equal("0", rows[name].Ours));
        Assert.True(Number(rows["calls made: POST"].Naive) > 60);
        Assert.Contains("searches for a lost one for 250 ms instead of minutes", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Output);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_chaos_command_with_exit_code_130_and_tells_what_was_done()
    {
        using var ctrlC = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        var run = await SampleRun.OfAsync(["chaos", "--adjustments", "100000"], [], cancellationToken: ctrlC.Token);

        Assert.Equal(130, run.ExitCode);
        Assert.Matches(
            @"^cancelled: Refit \+ Polly had made [0-9,]+ of 100,000 adjustments on a sandbox that is gone now\. "
                + @"This package had made none\.",
            run.Error);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    /// <summary>A client that reports everything as applied, whatever it sent.</summary>
    private sealed class LyingClient : IChaosClient
    {
        private readonly LoyaltyClient _client;

        public LyingClient(LoyaltySandbox sandbox)
        {
            sandbox.Faults = new();
            _client = TestClientBuilder.ForSandbox(sandbox).Build();
        }

        public async Task<ReportedOutcome> AdjustAsync(ChaosAdjustment adjustment, CancellationToken cancellationToken)
        {
            var times = adjustment.SourceId switch { "order-000000" => 2, "order-000002" => 0, _ => 1 };
            for (var time = 0; time < times; time++)
            {
                var request = new AdjustBalanceRequest { Points = ChaosPlan.Points, SourceId = adjustment.SourceId };
                await _client.V1.Members.AdjustBalanceAsync(adjustment.Card, request, cancellationToken: cancellationToken);
            }

            return ReportedOutcome.Applied;
        }

        public void Dispose() => _client.Dispose();
    }
}
