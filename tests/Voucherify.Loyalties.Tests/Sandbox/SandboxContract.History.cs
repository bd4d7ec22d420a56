using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task What_happens_to_a_member_and_a_card_is_listed()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        await PostAsync(client, PathOf(member) + "/deactivate", "");
        Time.Advance(TimeSpan.FromSeconds(1));
        await PostAsync(client, PathOf(member) + "/activate", "");

        var rows = (await GetAsync(client, PathOf(member) + "/activities")).Data;
        Assert.Equal(
            ["vl.member.activated", "vl.member.deactivated", "vl.member.created", "vl.member.card.assigned"],
            rows.Select(row => (string?)row["type"]).OrderBy(type => type is "vl.member.card.assigned"));
        Assert.Matches("^lambr_[0-9a-f]{18}$", (string?)rows[0]["id"]);
        Assert.Equal(("API", member.Id), ((string?)rows[0]["source"]!["channel"], (string?)rows[0]["data"]!["member"]!["id"]));
        var card = (await GetAsync(client, CardOf(member) + "/activities")).Data;
        Assert.Equal(
            ["vl.card.assigned", "vl.card.code_generation.succeeded", "vl.card.created"],
            card.Select(row => (string?)row["type"]).Order());
        Assert.Single((await GetAsync(
            client, PathOf(member) + "/activities?filters[type][conditions][$is]=vl.member.activated")).Data);

        var members = Sdk(sandbox).V2.Members;
        var first = (await members.ListMemberActivitiesPageAsync(member.ProgramId, member.Id, Stop)).Items![0];
        Assert.Equal((ActivityType.MemberActivated, ActivityChannel.Api), (first.Type?.Value, first.Source!.Channel?.Value));
        Assert.Null(UnreadableMembers.Of(first));
        var cards = Sdk(sandbox).V2.Cards;
        Assert.Equal(3, (await cards.ListCardActivitiesPageAsync(member.ProgramId, member.Id, member.CardId, Stop)).Items!.Count);
    }

    [Fact]
    public async Task Changes_of_tiers_are_listed_with_what_caused_them()
    {
        var (sandbox, client, member) = await StartWithTiersAsync("MULTI_LEVEL");
        Time.Advance(TimeSpan.FromSeconds(1));
        var added = await AdjustCardAsync(client, member, 500);
        Time.Advance(TimeSpan.FromSeconds(1));
        await AdjustCardAsync(client, member, -450);

        var rows = (await GetAsync(client, PathOf(member) + "/tiers/transactions")).Data;
        Assert.Equal(["DOWNGRADED", "UPGRADED", "JOINED"], rows.Select(row => (string?)row["type"]));
        Assert.Equal(
            $$"""{"type":"card_operations","card_transaction_ids":["{{added.Json["transaction"]!["id"]}}"]}""",
            rows[1]["details"]!["origin"]!.ToJsonString());
        Assert.Equal(("member_card_created", null),
            ((string?)rows[2]["details"]!["origin"]!["type"], (string?)rows[2]["details"]!["tier_from"]));
        Assert.Equal((500, (string?)rows[1]["tier_id"]), ((int)rows[1]["details"]!["points"]!, (string?)rows[1]["details"]!["tier_to"]));
        Assert.Equal(3, (await GetAsync(
            client, PathOf(member) + $"/tiers/transactions?filters[card_id][conditions][$is]={member.CardId}")).Data.Count);

        var members = Sdk(sandbox).V2.Members;
        var first = (await members.ListMemberTierTransactionsPageAsync(member.ProgramId, member.Id, Stop)).Items![0];
        Assert.Equal((TierTransactionType.Downgraded, 50), (first.Type?.Value, first.Details!.Points));
        Assert.Null(UnreadableMembers.Of(first));
    }

    [Fact]
    public async Task The_report_of_a_card_sums_its_movements_by_period()
    {
        var (sandbox, client, member, rewardId) = await StartWithRewardAsync(0);
        await AdjustCardAsync(client, member, 300);
        await AdjustCardAsync(client, member, -20);
        Time.Advance(TimeSpan.FromDays(1));
        var purchase = await PurchaseAsync(client, member, rewardId);
        await RefundAsync(client, member, TransactionIdOf(purchase), """{"policies":{"refund":"ALLOW"} }""");
        var path = CardOf(member) + "/reports/daily?start_date=2024-05-01&end_date=2024-05-31&resolution=";

        var days = (await GetAsync(client, path + "day")).Data;
        Assert.Equal(["2024-05-15", "2024-05-16"], days.Select(row => (string?)row["date"]));
        Assert.Equal((300, 300, 20), ((int)days[0]["points_total"]!, (int)days[0]["points_added"]!, (int)days[0]["points_subtracted"]!));
        Assert.Equal((0, 100, 100), ((int)days[1]["points_total"]!, (int)days[1]["points_spent"]!, (int)days[1]["points_returned"]!));
        var weeks = (await GetAsync(client, path + "week")).Data;
        Assert.Equal("2024-05-13", (string?)Assert.Single(weeks)["date"]);
        Assert.Equal("400 invalid_query_params", KeyOf(await GetAsync(client, path + "year")));
        Assert.Equal(
            "400 invalid_payload",
            KeyOf(await GetAsync(client, CardOf(member) + "/reports/daily?start_date=2024-05-01&end_date=2024-05-01&resolution=day")));

        var report = await Sdk(sandbox).V2.Reports.GetCardDailyReportAsync(
            member.ProgramId,
            member.Id,
            member.CardId,
            new() { StartDate = new(2024, 5, 1), EndDate = new(2024, 5, 31), Resolution = ReportResolution.Month },
            Stop);
        Assert.Equal((new DateOnly(2024, 5, 1), 300, 100), (report[0].Date, report[0].PointsTotal, report[0].PointsReturned));
    }
}
