using System.Net;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

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

    [Fact]
    public async Task The_lookback_counts_from_the_call_and_not_from_its_turn()
    {
        using var rig = new SandboxRig(configure: static options => options.Reconciliation.LookbackMargin = TimeSpan.Zero);
        var start = rig.Clock.GetUtcNow();
        await rig.Run(rig.AdjustAsync("order-1"));
        await FillAsync(rig, middle: 100, days: 0);
        rig.Clock.Advance(TimeSpan.FromHours(1));
        rig.DeliverLate(TimeSpan.FromSeconds(30));

        var before = rig.AdjustAsync("before");
        var once = rig.OnceAsync("order-1", once: new AdjustOnceOptions { LookBack = rig.Clock.GetUtcNow() - start });
        await rig.Run(Task.WhenAll(before, once));

        Assert.Single(rig.Effects, "order-1:100");
    }

    [Fact]
    public async Task Lookups_after_a_lost_send_go_back_only_to_the_send()
    {
        using var test = new ScriptedClient(Steps.ByMethod([Steps.LoseConnection()], [AnHourAgo()]));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => OnceAsync(test, TimeSpan.FromDays(30)));

        Assert.Equal(1, NextPages(test));
        Assert.True(test.Attempts > 4, "There were no lookups after the send.");
    }

    [Fact]
    public async Task A_lookup_that_proves_nothing_leaves_the_lookback_to_the_next_one()
    {
        var cached = Steps.Respond(HttpStatusCode.OK, """{"object":"list","data":[],"has_more":false}""", ("Age", "10"));
        using var test = new ScriptedClient(Steps.ByMethod([Steps.Ok(Steps.BalanceJson)], [cached, AnHourAgo()]));

        await OnceAsync(test, TimeSpan.FromMinutes(30));

        Assert.Equal(0, NextPages(test));
        Assert.Equal(3, test.Attempts);
    }

    /// <summary>A page whose last row is an hour old, and an empty one after it.</summary>
    private static Step AnHourAgo() => static (request, cancellationToken) =>
    {
        var list = request.RequestUri!.Query.Contains("starting_after_id", StringComparison.Ordinal)
            ? """{"object":"list","data":[],"has_more":false}"""
            : """
              {"object":"list","data":[{"id":"vtx_1","source_id":"old","type":"POINTS_ADDITION","created_at":"2026-01-15T11:00:00Z"}],
              "has_more":true,"more_starting_after":"vtx_1"}
              """;
        return Steps.Respond(HttpStatusCode.OK, list, ("Date", "Thu, 15 Jan 2026 12:00:00 GMT"))(request, cancellationToken);
    };

    private static int NextPages(ScriptedClient test) => test.Handler.Requests.Count(
        static request => request.Uri.Query.Contains("starting_after_id", StringComparison.Ordinal));

    private static Task<BalanceResult> OnceAsync(ScriptedClient test, TimeSpan lookBack) =>
        test.Clock.RunToEnd(test.Client.V1.Members.AdjustBalanceOnceAsync(
            "CARD",
            new AdjustBalanceRequest { Points = 100, SourceId = "order-1" },
            new AdjustOnceOptions { LookBack = lookBack }));

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
