using System.Globalization;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task A_list_can_come_in_ascending_order()
    {
        var (sandbox, client) = await StartWithListAsync(3);
        sandbox.Faults.Next(SandboxFault.AscendingList);

        Assert.Equal(["Order-1", "Order-2"], await SourceIdsAsync(client, "?limit=2&order=-id"));
        Assert.Equal(["Order-3", "Order-2"], await SourceIdsAsync(client, "?limit=2&order=-id"));
    }

    [Fact]
    public async Task A_list_can_lack_has_more_although_rows_follow()
    {
        var (sandbox, client) = await StartWithListAsync(3);
        sandbox.Faults.Next(SandboxFault.MissingHasMore, 2);

        var first = (await TransactionsAsync(client, "?limit=2")).Json;
        var last = (await TransactionsAsync(client, "?limit=3")).Json;

        Assert.Null(first["has_more"]);
        Assert.Equal((string?)first["data"]![1]!["id"], (string?)first["more_starting_after"]);
        Assert.Null(last["has_more"]);
        Assert.Null(last["more_starting_after"]);
    }

    [Theory]
    [InlineData(SandboxFault.CachedList)]
    [InlineData(SandboxFault.StaleList)]
    public async Task A_list_can_be_an_older_one(SandboxFault fault)
    {
        var (sandbox, client) = await StartWithListAsync(1);
        sandbox.Faults.MinListAge = sandbox.Faults.MaxListAge = TimeSpan.FromSeconds(5);
        Time.Advance(TimeSpan.FromSeconds(5));
        await AdjustAsync(client, 1, "Order-2");

        var dates = new HashSet<double>();
        for (var i = 0; i < 10; i++)
        {
            sandbox.Faults.Next(fault);
            var list = await TransactionsAsync(client);
            Assert.Equal("Order-1", (string?)Assert.Single(list.Data)["source_id"]);
            Assert.Equal(fault == SandboxFault.CachedList ? "5" : null, list.Headers.GetValueOrDefault("Age"));
            dates.Add((DateTimeOffset.Parse(list.Headers["Date"], CultureInfo.InvariantCulture) - Time.GetUtcNow()).TotalSeconds);
        }

        Assert.Equal(fault == SandboxFault.CachedList ? [-5, 0] : [-5], dates.Order());
        Assert.Equal(["Order-2", "Order-1"], await SourceIdsAsync(client));
    }

    [Fact]
    public async Task A_list_can_show_a_source_id_otherwise_than_it_was_sent()
    {
        var (sandbox, client) = await StartWithListAsync(0);
        await AdjustAsync(client, 1, " Order-1 ");
        await AdjustAsync(client, 1);
        sandbox.Faults[SandboxFault.AlteredSourceId] = 1;

        var seen = new HashSet<string?>();
        for (var i = 0; i < 40; i++)
        {
            var ids = await SourceIdsAsync(client);
            Assert.Null(ids[0]);
            seen.Add(ids[1]);
        }

        Assert.Equal([null, " Order-1", " order-1 ", "Order-1"], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Faults_of_lists_wait_for_one_and_strike_nothing_else()
    {
        var (sandbox, client) = await StartWithListAsync(1);
        sandbox.Faults[SandboxFault.AlteredSourceId] = 1;
        sandbox.Faults.Next(SandboxFault.MissingHasMore);

        await AdjustAsync(client, 1);
        await GetAsync(client, "v1/loyalties/members/CARD");
        Assert.Equal(0, sandbox.Faults.Counts.Values.Sum());

        Assert.Null((await TransactionsAsync(client)).Json["has_more"]);
        Assert.NotNull((await TransactionsAsync(client)).Json["has_more"]);
        Assert.Equal(1, sandbox.Faults.Counts[SandboxFault.MissingHasMore]);
        Assert.Equal(1, sandbox.Faults.Counts[SandboxFault.AlteredSourceId]);
    }

    private async Task<(LoyaltySandbox Sandbox, HttpClient Client)> StartWithListAsync(int rows)
    {
        var (sandbox, client) = await StartWithCardAsync();
        for (var i = 1; i <= rows; i++)
        {
            await AdjustAsync(client, 1, $"Order-{i}");
        }

        return (sandbox, client);
    }

    private static async Task<List<string?>> SourceIdsAsync(HttpClient client, string query = "") =>
        [.. (await TransactionsAsync(client, query)).Data.Select(static row => (string?)row["source_id"])];
}
