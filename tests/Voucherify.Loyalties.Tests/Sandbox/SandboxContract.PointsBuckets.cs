using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string AfterTwoDays =
        ""","pending_points":{"type":"PERIOD_BASED","period_based":{"period":{"value":2,"unit":"DAY"} } }""";

    /// <summary>Creates a program through the API whose cards have the given settings, and a member.</summary>
    private async Task<(LoyaltySandbox Sandbox, HttpClient Client, SandboxMember Member)> StartWithDefinitionAsync(
        string settings,
        SandboxV2Options? v2 = null,
        TimeSpan applyLag = default)
    {
        var (sandbox, client) = await StartAsync(new LoyaltySandboxOptions
        {
            TimeProvider = Time,
            ApplyLag = applyLag,
            V2 = v2 ?? new SandboxV2Options(),
        });
        var definition = await PostAsync(
            client, "v2/loyalties/card-definitions", $$"""{"name":"Card","type":"INDIVIDUAL","status":"ACTIVE"{{settings}} }""");
        Assert.True(definition.Status == HttpStatusCode.OK, definition.Body);
        var id = (string)definition.Json["id"]!;
        var rule = await PostAsync(
            client,
            "v2/loyalties/earning-rules",
            $$"""{"name":"Rule","status":"ACTIVE","trigger":{{OrderPaid}},"earnings":[{{Points(id, 10)}}]}""");
        var program = await PostAsync(
            client,
            Programs,
            $$"""
            {"name":"Program","status":"ACTIVE","card_definitions":[{"id":"{{id}}"}],"earning_rules":[{"id":"{{rule.Json["id"]}}"}]}
            """);
        Assert.True(program.Status == HttpStatusCode.OK, program.Body);
        return (sandbox, client, sandbox.V2.AddMember((string)program.Json["id"]!, "shop-42"));
    }

    [Fact]
    public async Task Earned_points_can_be_pending_until_their_day_begins()
    {
        var (sandbox, client, member) = await StartWithDefinitionAsync(AfterTwoDays);

        await PayAsync(client);
        await PayAsync(client);

        var row = (await CardTransactionsAsync(client, member)).Data[0];
        Assert.Equal("PENDING_POINTS_ADDED", (string?)row["type"]);
        Assert.Equal("""{"total":10,"date":"2024-05-17","type":"PERIOD_BASED"}""", row["details"]!["points"]!.ToJsonString());
        var bucket = Assert.Single((await GetAsync(client, CardOf(member) + "/pending-points")).Data);
        Assert.Matches("^lcppb_[0-9a-f]{18}$", (string?)bucket["id"]);
        Assert.Equal((20, "PENDING"), ((int)bucket["points"]!["total"]!, (string?)bucket["status"]));
        var card = (await GetAsync(client, PathOf(member))).Json["cards"]![0]!["card"]!;
        Assert.Equal("""{"points":0,"pending_points":20}""", card["balance"]!.ToJsonString());
        Assert.Equal("""{"points":20,"type":"PERIOD_BASED","date":"2024-05-17"}""", card["next_activation"]!.ToJsonString());

        Time.Advance(TimeSpan.FromHours(36) - TimeSpan.FromTicks(1));
        Assert.Equal(0, sandbox.V2.GetCard(member.CardId).Balance);

        Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal((20L, 0L), (sandbox.V2.GetCard(member.CardId).Balance, sandbox.V2.GetCard(member.CardId).PendingPoints));
        var entry = sandbox.Journal[^1];
        Assert.Equal(("PENDING_POINTS_ACTIVATED", 20, -20), (entry.Type, entry.Points, entry.PendingPointsChange));
        Assert.Equal((string?)bucket["id"], entry.ResourceId);
        Assert.Null(entry.RequestId);
        Assert.Empty((await GetAsync(client, CardOf(member) + "/pending-points")).Data);
    }

    [Theory]
    [InlineData("activate", "PENDING_POINTS_ACTIVATED", 10)]
    [InlineData("cancel", "PENDING_POINTS_CANCELED", 0)]
    public async Task Pending_points_are_activated_or_cancelled_by_a_request(string action, string type, long balance)
    {
        var (sandbox, client, member) = await StartWithDefinitionAsync(AfterTwoDays, applyLag: TimeSpan.FromSeconds(2));
        await PayAsync(client);
        Time.Advance(TimeSpan.FromSeconds(2));
        var path = CardOf(member) + "/pending-points";
        var id = Assert.Single((await GetAsync(client, path)).Ids);

        var response = await PostAsync(client, $"{path}/{id}/{action}", "");
        Assert.Equal((type, "PENDING"), ((string?)response.Json["transaction"]!["type"], (string?)response.Json["transaction"]!["status"]));
        Assert.Single((await GetAsync(client, path)).Data);

        // A second one is accepted while the first is pending, and rejected later.
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(client, $"{path}/{id}/{action}", "")).Status);
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(
            ["REJECTED", "APPROVED"],
            (await CardTransactionsAsync(client, member, "?limit=2")).Data.Select(row => (string?)row["status"]));
        Assert.Equal(balance, sandbox.V2.GetCard(member.CardId).Balance);
        Assert.Equal("423 invalid_pending_points_bucket_status", KeyOf(await PostAsync(client, $"{path}/{id}/{action}", "")));
        Assert.Equal("404 not_found", KeyOf(await PostAsync(client, $"{path}/lcppb_0/{action}", "")));
    }

    [Fact]
    public async Task A_bucket_can_look_changed_when_the_request_is_answered()
    {
        var (_, client, member) = await StartWithDefinitionAsync(
            AfterTwoDays, new SandboxV2Options { BucketChange = SandboxBucketChange.Response }, TimeSpan.FromSeconds(2));
        await PayAsync(client);
        Time.Advance(TimeSpan.FromSeconds(2));
        var path = CardOf(member) + "/pending-points";
        var id = Assert.Single((await GetAsync(client, path)).Ids);

        await PostAsync(client, $"{path}/{id}/activate", "");

        Assert.Empty((await GetAsync(client, path)).Data);
        Assert.Equal("423 invalid_pending_points_bucket_status", KeyOf(await PostAsync(client, $"{path}/{id}/activate", "")));
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("APPROVED", (string?)(await CardTransactionsAsync(client, member)).Data[0]["status"]);
    }

    [Fact]
    public async Task Points_that_wait_for_an_event_are_cancelled_on_their_day()
    {
        var (sandbox, client, member) = await StartWithDefinitionAsync(
            """
            ,"pending_points":{"type":"EVENT_BASED","event_based":{"event_types":["ms_1"],"cancel_period":{"value":1,"unit":"MONTH"} } }
            """);
        await PayAsync(client);

        Time.Advance(TimeSpan.FromDays(31));

        Assert.Equal("PENDING_POINTS_CANCELED", sandbox.Journal[^1].Type);
        Assert.Equal((0L, 0L), (sandbox.V2.GetCard(member.CardId).Balance, sandbox.V2.GetCard(member.CardId).PendingPoints));
    }

    [Theory]
    [InlineData("""{"period":{"unit":"DAY","value":30} }""", "2024-06-14")]
    [InlineData("""{"period":{"unit":"MONTH","value":3} }""", "2024-08-15")]
    [InlineData("""{"period":{"unit":"YEAR","value":1},"rounding":{"type":"END_OF_QUARTER"} }""", "2025-06-30")]
    [InlineData("""{"period":{"unit":"MONTH","value":1},"rounding":{"type":"END_OF_HALF_YEAR"} }""", "2024-06-30")]
    [InlineData("""{"period":{"unit":"MONTH","value":1},"rounding":{"type":"END_OF_YEAR"} }""", "2024-12-31")]
    [InlineData("""{"period":{"unit":"MONTH","value":1},"rounding":{"type":"END_OF_PARTICULAR_MONTH","value":3} }""", "2025-03-31")]
    public async Task Added_points_expire_by_the_rolling_rule_of_their_card(string rule, string expected)
    {
        var (_, client, member) = await StartWithDefinitionAsync(
            $$""","points_expiration":{"type":"ROLLING_EXPIRATION","rolling_expiration":{{rule}} }""");

        var response = await AdjustCardAsync(client, member, 1);

        Assert.Equal(expected, (string?)response.Json["transaction"]!["details"]!["points"]!["expiration_date"]);
    }

    [Theory]
    [InlineData("""[{"day":31,"month":3},{"day":30,"month":9}]""", "2024-09-30")]
    [InlineData("""[{"day":31,"month":3}]""", "2025-03-31")]
    [InlineData("""[{"day":15,"month":5}]""", "2024-05-15")]
    public async Task Added_points_expire_on_the_next_day_of_the_calendar(string days, string expected)
    {
        var (_, client, member) = await StartWithDefinitionAsync(
            $$""","points_expiration":{"type":"CALENDAR_EXPIRATION","calendar_expiration":{"expiration_dates":{{days}} } }""");

        var response = await AdjustCardAsync(client, member, 1);

        Assert.Equal(expected, (string?)response.Json["transaction"]!["details"]!["points"]!["expiration_date"]);
    }

    [Fact]
    public async Task Points_expire_at_the_midnight_after_their_last_day_and_the_soonest_are_spent_first()
    {
        var (sandbox, client) = await StartAsync();
        var member = sandbox.V2.AddMember(sandbox.V2.AddProgram(expiresAfterMonths: 1).Id);
        await AdjustCardAsync(client, member, 10);
        Time.Advance(TimeSpan.FromDays(1));
        await AdjustCardAsync(client, member, 20);
        await AdjustCardAsync(client, member, -4);
        Time.Advance(new DateTimeOffset(2024, 6, 16, 0, 0, 0, TimeSpan.Zero) - Time.GetUtcNow() - TimeSpan.FromTicks(1));
        Assert.Equal(26, sandbox.V2.GetCard(member.CardId).Balance);

        Time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal((20L, 6L), (sandbox.V2.GetCard(member.CardId).Balance, sandbox.V2.GetCard(member.CardId).ExpiredPoints));
        var details = (await CardTransactionsAsync(client, member)).Data[0]["details"]!;
        Assert.Equal((6, "2024-06-15"), ((int)details["points"]!["total"]!, (string?)details["date"]));
        Assert.Equal(6, (int)Assert.Single(details["buckets"]!.AsArray())!["points"]!["total"]!);
        Assert.Equal(("POINTS_EXPIRED", -6), (sandbox.Journal[^1].Type, sandbox.Journal[^1].Points));
        var card = (await GetAsync(client, PathOf(member))).Json["cards"]![0]!["card"]!;
        Assert.Equal("""{"points":20,"date":"2024-06-16"}""", card["next_expiration"]!.ToJsonString());
    }

    [Fact]
    public async Task A_bucket_is_made_to_expire_by_a_request()
    {
        var (sandbox, client) = await StartAsync();
        var member = sandbox.V2.AddMember(sandbox.V2.AddProgram(expiresAfterMonths: 1).Id, points: 10);
        var path = CardOf(member) + "/expiring-points";
        var id = Assert.Single((await GetAsync(client, path)).Ids);

        var response = await PostAsync(client, $"{path}/{id}/expire", "");

        Assert.Equal("ADMIN_POINTS_EXPIRATION", (string?)response.Json["transaction"]!["type"]);
        Assert.Equal(id, (string?)response.Json["transaction"]!["details"]!["bucket"]!["id"]);
        Assert.False(response.Json["transaction"]!["details"]!.AsObject().ContainsKey("points"));
        Assert.Equal((0L, 10L), (sandbox.V2.GetCard(member.CardId).Balance, sandbox.V2.GetCard(member.CardId).ExpiredPoints));
        Assert.Equal("423 invalid_points_bucket_status", KeyOf(await PostAsync(client, $"{path}/{id}/expire", "")));
        Assert.Equal("404 not_found", KeyOf(await PostAsync(client, $"{path}/lcpeb_0/expire", "")));
    }

    [Fact]
    public async Task A_card_that_may_be_negative_is_debited_beyond_its_balance()
    {
        var (sandbox, client, member) = await StartWithDefinitionAsync(""","balance_settings":{"allow_negative":true}""");

        await AdjustCardAsync(client, member, -10);
        Assert.Equal(-10, sandbox.V2.GetCard(member.CardId).Balance);

        await AdjustCardAsync(client, member, 25);
        Assert.Equal(15, sandbox.V2.GetCard(member.CardId).Balance);
    }
}
