using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string ActivityPath = "v1/loyalties/members/CARD/activity";

    [Fact]
    public async Task Activities_of_a_member_are_listed_newest_first_with_their_cause()
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.V1.AddCard("OTHER", 100, Campaign);
        sandbox.V1.AddReward("rew_mug", 30, "Mug");
        await PostAsync(client, RulesPath, TenPerOrder);
        await AdjustAsync(client, """{"points":40,"expiration_type":"CUSTOM_DATE","expiration_date":"2024-05-15"}""");
        await AdjustAsync(client, -1);
        sandbox.V1.PayOrder("CARD", 100, sourceId: "order-1");
        await PostAsync(client, "v1/loyalties/Summer%20Club/members/CARD/transfers", """[{"code":"OTHER","points":5,"source_id":"t"}]""");
        await PostAsync(client, RedemptionPath, MugBody);
        Time.Advance(TimeSpan.FromDays(1));

        var activities = await Sdk(sandbox).V1.Members.ListMemberActivityAsync("CARD", cancellationToken: Stop).ToListAsync(Stop);

        Assert.Equal(
            [
                MemberActivityType.CustomerVoucherLoyaltyCardPointsExpired,
                "customer.redemption.succceeded",
                MemberActivityType.CustomerVoucherLoyaltyCardPointsTransferred,
                MemberActivityType.CustomerVoucherLoyaltyCardPointsAdded,
                MemberActivityType.CustomerRewardedLoyaltyPoints,
                MemberActivityType.CustomerVoucherLoyaltyCardPointsAdded,
            ],
            activities.Select(static activity => activity.Type!.Value.Value));
        var (expired, redeemed, transferred, accrued, added) = (activities[0], activities[1], activities[2], activities[3], activities[5]);
        Assert.Equal((9, "EXPIRED"), (expired.AsCardPoints()!.Points, Assert.Single(expired.AsCardPoints()!.Buckets!).Status!.Value.Value));
        Assert.Equal((EventChannel.Internal, string.Empty), (expired.GetEventSource()!.Channel?.Value, expired.GroupId));
        Assert.Equal(
            ("Mug", 30),
            (redeemed.AsRedemption()!.Redemption!.Reward!.Name, redeemed.AsRedemption()!.Redemption!.LoyaltyCard!.Points));
        Assert.Equal(
            (5, "OTHER", 54),
            (transferred.AsCardPoints()!.Balance!.Points,
             transferred.AsCardPoints()!.SourceVoucher!.Code,
             transferred.AsCardPoints()!.Balance!.Balance));
        Assert.Equal(
            (LoyaltyTransactionType.PointsAccrual, "order-1"),
            (accrued.AsCardPoints()!.Transaction!.Type?.Value, accrued.AsCardPoints()!.Transaction!.Details!.Order!.SourceId));
        Assert.Equal(
            (40, 40, "CARD", Campaign),
            (added.AsCardPoints()!.Balance!.Points,
             added.AsCardPoints()!.Balance!.Balance,
             added.AsCardPoints()!.Voucher!.Code,
             added.AsCardPoints()!.Campaign!.Name));
        Assert.Equal((EventChannel.Api, sandbox.Journal[0].RequestId), (added.GetEventSource()!.Channel?.Value, added.GroupId));
        Assert.Equal(sandbox.V1.GetCard("CARD").HolderId, added.AsCardPoints()!.Customer!.Id);
        var ofOther = Assert.Single((await GetAsync(client, "v1/loyalties/Summer%20Club/members/OTHER/activity")).Data);
        Assert.Equal(
            ("CARD", transferred.GroupId),
            ((string?)ofOther["data"]!["data"]!["destination_voucher"]!["code"], (string?)ofOther["group_id"]));
    }

    [Fact]
    public async Task Activities_follow_pending_points_from_their_order_to_their_day()
    {
        var (sandbox, client) = await StartWithCardAsync();
        await PostAsync(
            client,
            RulesPath,
            """[{"event":"order.paid","loyalty":{"type":"FIXED","points":10},"pending_points":{"period_type":"DAY","period_value":1}}]""");
        sandbox.V1.PayOrder("CARD", 1);
        sandbox.V1.PayOrder("CARD", 1);
        var pending = sandbox.V1.GetCard("CARD").PendingPoints;
        await PostAsync(client, $"v1/loyalties/members/CARD/pending-points/{pending[0].Id}/balance", """{"points":-4}""");
        await PostAsync(client, $"v1/loyalties/members/CARD/pending-points/{pending[1].Id}/cancel", "");
        Time.Advance(TimeSpan.FromDays(1));

        var activities = await Sdk(sandbox).V1.Members.ListMemberActivityAsync(
            "CARD",
            new() { Order = ActivityOrder.CreatedAt },
            cancellationToken: Stop).ToListAsync(Stop);

        Assert.Equal(
            ["added", "added", "updated", "canceled", "activated"],
            activities.Select(static activity => activity.Type!.Value.Value.Split('.')[^1]));
        Assert.Equal(
            [10, 20, 16, 6],
            activities.Take(4).Select(static activity => activity.AsPendingPoints()!.VoucherPendingPointsBalance!.Total));
        Assert.Equal(
            [10, 10, -4, -10],
            activities.Take(4).Select(static activity => activity.AsPendingPoints()!.VoucherPendingPointsBalance!.Points));
        Assert.Equal(
            (6, pending[0].Id),
            (activities[4].AsPendingPoints()!.Balance!.Balance, activities[4].AsPendingPoints()!.PendingPoints!.Id));
    }

    [Fact]
    public async Task Activities_include_tiers_and_the_publication_of_the_card()
    {
        var (sandbox, client) = await StartWithCardAsync();
        var sdk = Sdk(sandbox);
        await PostAsync(client, TiersPath, """[{"name":"Silver","points":{"from":10,"to":99}},{"name":"Gold","points":{"from":100}}]""");
        var ann = (await sdk.V1.Members.AddMemberAsync(
            Campaign,
            new() { Customer = new CustomerInput { SourceId = "ann", Name = "Ann" } },
            cancellationToken: Stop)).Code.Value;
        foreach (var points in new[] { 10, 90, -90, -10 })
        {
            await AdjustAsync(client, points, code: ann);
        }

        var activities = await sdk.V1.Members.ListMemberActivityAsync(
            ann,
            new() { Order = ActivityOrder.CreatedAt },
            cancellationToken: Stop).ToListAsync(Stop);
        var tiers = activities.Select(static activity => activity.AsTierChange()).OfType<TierChangeEvent>();

        Assert.Equal("customer.publication.succeeded", activities[0].Type!.Value.Value);
        Assert.Equal(
            ("Ann", "ann"),
            (activities[0].Payload!.Value.GetProperty("customer").GetProperty("name").GetString(),
             activities[0].Payload!.Value.GetProperty("customer").GetProperty("source_id").GetString()));
        Assert.Equal(
            [("Silver", null, null), (null, "Silver", "Gold"), (null, "Gold", "Silver"), ("Silver", null, null)],
            tiers.Select(static change => (change.LoyaltyTier?.Name, change.LoyaltyTierFrom?.Name, change.LoyaltyTierTo?.Name)));
        Assert.Equal(
            ["joined", "upgraded", "downgraded", "left"],
            activities.Where(static activity => activity.AsTierChange() is not null)
                .Select(static activity => activity.Type!.Value.Value.Split('.')[^1]));
    }

    [Fact]
    public async Task Activities_are_read_page_by_page_while_new_ones_are_added()
    {
        var (_, client) = await StartWithCardAsync();
        for (var points = 1; points <= 5; points++)
        {
            await AdjustAsync(client, points);
        }

        var first = await GetAsync(client, ActivityPath + "?limit=2");
        await AdjustAsync(client, 6);
        var second = await GetAsync(client, $"{ActivityPath}?limit=2&starting_after_id={first.Json["more_starting_after"]}");
        var last = await GetAsync(client, $"{ActivityPath}?limit=2&starting_after_id={second.Json["more_starting_after"]}");

        Assert.Equal(
            [5, 4, 3, 2, 1],
            first.Data.Concat(second.Data).Concat(last.Data).Select(static row => (int)row["data"]!["data"]!["balance"]!["points"]!));
        Assert.Equal((true, true, false), ((bool)first.Json["has_more"]!, (bool)second.Json["has_more"]!, (bool)last.Json["has_more"]!));
        Assert.Equal("invalid_query_params", (string?)(await GetAsync(client, ActivityPath + "?order=id")).Json["key"]);
        Assert.Equal("voucher", (string?)(await GetAsync(client, "v1/loyalties/members/NONE/activity")).Json["resource_type"]);
    }

    [Fact]
    public async Task An_effect_that_is_not_yet_applied_is_no_activity()
    {
        var (_, client) = await StartWithCardAsync(options: Options(applyLag: Lag));
        await AdjustAsync(client, 5);

        Assert.Empty((await GetAsync(client, ActivityPath)).Data);
        Time.Advance(Lag);
        Assert.Single((await GetAsync(client, ActivityPath)).Data);
    }
}
