using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task The_cards_of_a_deleted_member_leave_their_tiers_for_good()
    {
        var (sandbox, client, member) = await StartWithTiersAsync("MULTI_LEVEL");
        await AdjustCardAsync(client, member, 120);
        var silver = sandbox.V2.GetTierTransactions(member.CardId)[^1].ToTierId;

        await SendAsync(client, HttpMethod.Delete, PathOf(member));
        Time.Advance(TimeSpan.FromDays(60));

        var rows = sandbox.V2.GetTierTransactions(member.CardId);
        Assert.Equal(["JOINED", "UPGRADED", "LEFT"], rows.Select(static row => row.Type));
        Assert.Equal((silver, null, "member_card_deleted", 120), (rows[2].FromTierId, rows[2].ToTierId, rows[2].Origin, rows[2].Points));
        Assert.Equal((Start, (DateTimeOffset?)null), (rows[2].RecordedAt, rows[2].ExpiresAt));
        Assert.Equal("404 not_found", KeyOf(await GetAsync(client, PathOf(member) + "/tiers/transactions")));
        Assert.Throws<KeyNotFoundException>(() => sandbox.V2.GetTierTransactions("lcrd_0"));
    }

    [Fact]
    public async Task Points_that_arrive_after_a_member_was_deleted_give_no_tier()
    {
        var (sandbox, client, member) = await StartWithTiersAsync("MULTI_LEVEL", applyLag: TimeSpan.FromSeconds(2));
        await AdjustCardAsync(client, member, 500);

        await SendAsync(client, HttpMethod.Delete, PathOf(member));
        Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(500, sandbox.V2.GetCard(member.CardId).Balance);
        Assert.Equal(["JOINED", "LEFT"], sandbox.V2.GetTierTransactions(member.CardId).Select(static row => row.Type));
    }

    [Theory]
    [InlineData(SandboxFault.StaleList)]
    [InlineData(SandboxFault.CachedList)]
    public async Task Lists_of_what_happened_can_be_older_ones(SandboxFault fault)
    {
        var (sandbox, client, member) = await StartWithTiersAsync("MULTI_LEVEL");
        sandbox.Faults.MinListAge = sandbox.Faults.MaxListAge = TimeSpan.FromSeconds(5);
        Time.Advance(TimeSpan.FromSeconds(5));
        await AdjustCardAsync(client, member, 500);
        await PostAsync(client, PathOf(member) + "/deactivate", "");

        foreach (var (path, before, after) in new[] { ("/tiers/transactions", 1, 2), ("/activities", 2, 3) })
        {
            sandbox.Faults.Next(fault);
            Assert.Equal(before, (await GetAsync(client, PathOf(member) + path)).Data.Count);
            Assert.Equal(after, (await GetAsync(client, PathOf(member) + path)).Data.Count);
        }

        Assert.Equal(2, sandbox.Faults.Counts[fault]);
    }

    [Fact]
    public async Task Lists_of_what_happened_can_come_in_ascending_order()
    {
        var (sandbox, client, member) = await StartWithTiersAsync("MULTI_LEVEL");
        Time.Advance(TimeSpan.FromSeconds(1));
        await AdjustCardAsync(client, member, 500);
        await PostAsync(client, PathOf(member) + "/deactivate", "");

        Assert.Equal("JOINED", await FirstAscendingAsync(sandbox, client, PathOf(member) + "/tiers/transactions"));
        Assert.Equal("vl.member.created", await FirstAscendingAsync(sandbox, client, PathOf(member) + "/activities"));
        Assert.Equal("vl.card.created", await FirstAscendingAsync(sandbox, client, CardOf(member) + "/activities"));
    }

    [Fact]
    public async Task Cursors_of_lists_of_what_happened_can_expire()
    {
        var (sandbox, client, member) = await StartWithTiersAsync("MULTI_LEVEL");
        await AdjustCardAsync(client, member, 500);

        foreach (var list in new[] { PathOf(member) + "/tiers/transactions", PathOf(member) + "/activities" })
        {
            var next = (string?)(await GetAsync(client, list + "?limit=1")).Json["cursor"]!["next"];
            sandbox.Faults.Next(SandboxFault.ExpireCursors);
            Assert.Equal("400 invalid_or_expired_cursor", KeyOf(await GetAsync(client, $"{list}?limit=1&cursor={next}")));
        }
    }

    private static async Task<string?> FirstAscendingAsync(LoyaltySandbox sandbox, HttpClient client, string path)
    {
        sandbox.Faults.Next(SandboxFault.AscendingList);
        return (string?)(await GetAsync(client, path)).Data[0]["type"];
    }
}
