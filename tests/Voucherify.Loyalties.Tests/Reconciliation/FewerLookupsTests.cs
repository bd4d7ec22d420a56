using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>Rows that were read once are not read again, and a card that was read is asked for few rows first.</summary>
public sealed class FewerLookupsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_resume_of_unknown_age_reads_a_long_history_once()
    {
        var rows = TestScale.Cases(part: 5_000, full: 100_000);
        var pages = (rows / 100) + 1;
        using var rig = await WithHistory(rows);

        await rig.Run(rig.ResumeAsync("order-1", timeout: Patience));

        // Each page once, and then lookups until the window is over: 60 at most for 5,000 rows, 1,010 for 100,000.
        Assert.InRange(rig.Lookups, pages, pages + 9);
        Assert.Equal("order-1:100", rig.Effects[^1]);
    }

    [Fact]
    public async Task What_was_listed_since_the_history_was_read_is_found()
    {
        using var rig = await WithHistory(rows: 500);
        var resume = rig.ResumeAsync("order-1", timeout: Patience);
        rig.Clock.Advance(TimeSpan.FromSeconds(20));
        using var other = TestClientBuilder.ForSandbox(rig.Sandbox)
            .Configure(static options => options.Ordering.SettleDelay = TimeSpan.Zero)
            .WithHandler(rig.Sandbox.CreateHandler())
            .WithSeed(2)
            .Build();
        foreach (var id in Enumerable.Range(0, 30).Select(static i => $"later-{i}").Prepend("order-1"))
        {
            await other.V1.Members.AdjustBalanceAsync(SandboxRig.Card, new AdjustBalanceRequest { Points = 100, SourceId = id });
        }

        var result = await rig.Run(resume);

        Assert.True(result.Recovered);
        Assert.Single(rig.Effects, "order-1:100");
    }

    [Fact]
    public async Task A_lookup_after_one_that_may_have_been_old_asks_for_a_full_page()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.LoseConnection(), Steps.Ok(Steps.BalanceJson)],
            [Steps.Ok("""{"object":"list","data":[],"has_more":false}""")]));

        await test.AdjustAsync(options: new RequestOptions { Timeout = Patience });

        // Without a date, no list is known to be fresh, and each lookup reads everything.
        Assert.All(Limits(test), static limit => Assert.Equal("limit=100", limit));
    }

    [Fact]
    public async Task A_lookup_after_a_fresh_one_asks_for_ten_rows()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.LoseConnection(), Steps.Ok(Steps.BalanceJson)],
            [Steps.Respond(
                System.Net.HttpStatusCode.OK,
                """{"object":"list","data":[],"has_more":false}""",
                ("Date", "Thu, 15 Jan 2026 23:00:00 GMT"))]));

        await test.AdjustAsync(options: new RequestOptions { Timeout = Patience });

        Assert.Equal(["limit=100", "limit=10", "limit=10"], Limits(test).Take(3));
    }

    private static IEnumerable<string> Limits(ScriptedClient test) => test.Handler.Requests
        .Where(static request => request.Method == HttpMethod.Get)
        .Select(static request => request.Uri.Query.TrimStart('?').Split('&').Single(
            static part => part.StartsWith("limit=", StringComparison.Ordinal)));

    private static async Task<SandboxRig> WithHistory(int rows)
    {
        var rig = new SandboxRig(configure: static options => options.Ordering.SettleDelay = TimeSpan.Zero);
        for (var i = 0; i < rows; i++)
        {
            await rig.AdjustAsync($"old-{i}", 1);
        }

        rig.Clock.Advance(TimeSpan.FromHours(1));
        rig.Restart();
        return rig;
    }
}
