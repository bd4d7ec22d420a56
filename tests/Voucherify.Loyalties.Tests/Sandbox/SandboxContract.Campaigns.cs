using System.Net;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string Gold = """
        {"name":"Gold","description":"d","type":"STATIC","auto_join":true,"vouchers_count":2,
         "metadata":{"a":1,"b":[true]},"category":"c","surprise":1,
         "voucher":{"type":"LOYALTY_CARD","loyalty_card":{"points":"5","expiration_rules":{"period_type":"MONTH","period_value":3}},
          "code_config":{"pattern":"G-##","charset":"x","prefix":"P"}},"start_date":"2024-05-01T00:00:00Z","expiration_date":"2024-06-01"}
        """;

    [Fact]
    public async Task A_campaign_is_returned_as_it_was_created()
    {
        var (_, client) = await StartAsync();

        var created = await PostAsync(client, "v1/loyalties", Gold);

        var json = created.Json;
        Assert.Equal(HttpStatusCode.OK, created.Status);
        Assert.Matches("^camp_[A-Za-z0-9]{24}$", (string?)json["id"]);
        Assert.Equal(
            ("Gold", "d", "STATIC", "LOYALTY_PROGRAM", "c"),
            ((string?)json["name"],
             (string?)json["description"],
             (string?)json["type"],
             (string?)json["campaign_type"],
             (string?)json["category"]));
        Assert.Equal((true, true, true), ((bool)json["auto_join"]!, (bool)json["join_once"]!, (bool)json["active"]!));
        Assert.Equal(
            ("DONE", "DONE", "2024-05-15T12:00:00.000Z"),
            ((string?)json["creation_status"], (string?)json["vouchers_generation_status"], (string?)json["created_at"]));
        Assert.Equal(1, (int)json["vouchers_count"]!); // A charset of one letter has one code.
        Assert.Equal(
            """{"points":5,"expiration_rules":{"period_type":"MONTH","period_value":3}}""",
            json["voucher"]!["loyalty_card"]!.ToJsonString());
        Assert.Equal("""{"a":1,"b":[true]}""", json["metadata"]!.ToJsonString());
        Assert.False(json.ContainsKey("surprise"));
        Assert.Equal(created.Body, (await GetAsync(client, "v1/loyalties/Gold")).Body);
        Assert.Equal(created.Body, (await GetAsync(client, $"v1/loyalties/{json["id"]}")).Body);
        var card = Assert.Single((await GetAsync(client, "v1/loyalties/Gold/members")).Json["vouchers"]!.AsArray())!;
        Assert.Equal(
            ("PG-xx", 5, null, "2024-08-15"),
            ((string?)card["code"],
             (int)card["loyalty_card"]!["balance"]!,
             (string?)card["holder_id"],
             (string?)card["loyalty_card"]!["next_expiration_date"]));
    }

    [Theory]
    [InlineData("{}", "Payload should have required property 'name'")]
    [InlineData("""{"name":7}""", "Property .name must be string")]
    [InlineData("""{"name":"G","start_date":"soon"}""", "Property .start_date cannot be recognized as a ISO-8601 compliant date")]
    [InlineData("""{"name":"G","vouchers_count":-1}""", "Property .vouchers_count must be an integer from 0 to 100000")]
    [InlineData("""{"name":"G","vouchers_count":1e18}""", "Property .vouchers_count must be an integer from 0 to 100000")]
    [InlineData(
        """{"name":"G","voucher":{"loyalty_card":{"points":-1}}}""",
        "Property .voucher.loyalty_card.points must be a positive integer or 0")]
    [InlineData(
        """{"name":"G","voucher":{"loyalty_card":{"expiration_rules":{"period_type":"WEEK"}}}}""",
        "Property .expiration_rules is invalid")]
    [InlineData("[]", "Payload must be object")]
    public async Task An_invalid_campaign_is_refused(string body, string details)
    {
        var (_, client) = await StartAsync();

        AssertError(await PostAsync(client, "v1/loyalties", body), 400, "invalid_payload", "Invalid payload", details);
        Assert.Equal(0, (int)(await GetAsync(client, "v1/loyalties")).Json["total"]!);
    }

    [Fact]
    public async Task A_second_campaign_of_the_same_name_is_a_duplicate()
    {
        var (sandbox, _) = await StartWithCardAsync();

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() =>
            Sdk(sandbox).V1.Campaigns.CreateCampaignAsync(new() { Name = Campaign }, cancellationToken: Stop));

        Assert.Equal(
            (HttpStatusCode.Conflict, LoyaltyErrorKeys.DuplicateFound, "campaign"),
            (error.StatusCode, error.Key, error.Error.ResourceType));
    }

    [Fact]
    public async Task An_update_keeps_what_it_does_not_name_and_merges_metadata()
    {
        var (sandbox, client) = await StartAsync();
        await PostAsync(client, "v1/loyalties", Gold);
        Time.Advance(TimeSpan.FromMinutes(1));

        var json = (await SendAsync(
            client,
            HttpMethod.Put,
            "v1/loyalties/Gold",
            """{"name":"Iron","description":"e","metadata":{"c":2},"unset_metadata_fields":["b"]}""")).Json;

        Assert.Equal(
            ("Gold", "e", "c", "2024-05-15T12:01:00.000Z"),
            ((string?)json["name"], (string?)json["description"], (string?)json["category"], (string?)json["updated_at"]));
        Assert.Equal("""{"a":1,"c":2}""", json["metadata"]!.ToJsonString());
        Assert.Equal(
            "not_found",
            (await Assert.ThrowsAsync<LoyaltyApiException>(() =>
                Sdk(sandbox).V1.Campaigns.UpdateCampaignAsync("Iron", new(), cancellationToken: Stop))).Key);
    }

    [Fact]
    public async Task Campaigns_are_listed_newest_first_in_pages()
    {
        var (sandbox, client) = await StartAsync();
        sandbox.V1.AddCampaign("A");
        Time.Advance(TimeSpan.FromSeconds(1));
        sandbox.V1.AddCampaign("B");
        sandbox.V1.AddCampaign("C");

        var names = await Sdk(sandbox).V1.Campaigns.ListCampaignsAsync(
            new() { Limit = 2 },
            cancellationToken: Stop).Select(static campaign => campaign.Name).ToListAsync(Stop);
        var oldest = (await GetAsync(client, "v1/loyalties?order=created_at&limit=1")).Json;

        Assert.Equal(["C", "B", "A"], names);
        Assert.Equal(
            ("campaigns", 3, "A"),
            ((string?)oldest["data_ref"], (int)oldest["total"]!, (string?)oldest["campaigns"]![0]!["name"]));
        Assert.Equal("invalid_query_params", (string?)(await GetAsync(client, "v1/loyalties?order=name")).Json["key"]);
    }

    [Fact]
    public async Task A_deletion_removes_the_cards_and_is_done_after_the_job_time()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 10);
        sandbox.V1.AddCard("SECOND", campaign: Campaign);
        var sdk = Sdk(sandbox);

        var deletion = await sdk.V1.Campaigns.DeleteCampaignAsync(Campaign, cancellationToken: Stop);
        var states = new List<AsyncAction>();
        for (var read = 0; read < 3; read++)
        {
            states.Add(await sdk.AsyncActions.GetAsyncActionAsync(deletion.AsyncActionId!, cancellationToken: Stop));
            Time.Advance(TimeSpan.FromMilliseconds(500));
        }

        Assert.Equal(
            [AsyncActionStatus.Enqueued, AsyncActionStatus.InProgress, AsyncActionStatus.Done],
            states.Select(static state => state.Status!.Value));
        Assert.Equal(
            (AsyncActionType.CampaignVouchersDelete, AsyncActionOperationStatus.Success, 100, 1000),
            (states[2].Type, states[2].OperationStatus, states[2].Progress, states[2].ProcessingTime));
        Assert.Equal("""{"message":"Deleted 2 vouchers.","done_count":2}""", states[2].Result!.Value.GetRawText());
        Assert.Equal(JsonValueKind.Undefined, states[0].Result?.ValueKind ?? JsonValueKind.Undefined);
        Assert.Equal(404, (int)(await GetAsync(client, "v1/loyalties/members/CARD")).Status);
        Assert.Equal("campaign", (string?)(await SendAsync(client, HttpMethod.Delete, "v1/loyalties/Summer%20Club")).Json["resource_type"]);
        Assert.Throws<KeyNotFoundException>(() => sandbox.V1.GetCard("CARD"));
        sandbox.V1.AddCampaign(Campaign);
        sandbox.V1.AddCard("CARD", campaign: Campaign);
    }

    [Fact]
    public async Task Async_actions_are_listed_newest_first_without_results()
    {
        var (sandbox, client) = await StartAsync();
        var sdk = Sdk(sandbox);
        foreach (var name in new[] { "A", "B" })
        {
            sandbox.V1.AddCampaign(name);
            await sdk.V1.Campaigns.DeleteCampaignAsync(name, cancellationToken: Stop);
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        var all = await sdk.AsyncActions.ListAsyncActionsAsync(cancellationToken: Stop);
        var first = await sdk.AsyncActions.ListAsyncActionsAsync(
            new() { EndDate = Time.GetUtcNow().AddSeconds(-90) },
            cancellationToken: Stop);

        Assert.Equal([all.AsyncActions![1].Id], first.AsyncActions!.Select(static action => action.Id));
        Assert.True(string.CompareOrdinal(all.AsyncActions[0].Id, all.AsyncActions[1].Id) > 0);
        Assert.True((bool)(await GetAsync(client, "v1/async-actions?limit=1")).Json["has_more"]!);
        Assert.DoesNotContain("result", (await GetAsync(client, "v1/async-actions")).Body, StringComparison.Ordinal);
        Assert.Equal("invalid_query_params", (string?)(await GetAsync(client, "v1/async-actions?limit=0")).Json["key"]);
        Assert.Equal("invalid_query_params", (string?)(await GetAsync(client, "v1/async-actions?end_date=x")).Json["key"]);
        Assert.Equal("async_action", (string?)(await GetAsync(client, "v1/async-actions/aa_1")).Json["resource_type"]);
    }

    [Theory]
    [InlineData("""{"period_type":"MONTH","period_value":0}""", "2024-05-15")]
    [InlineData("""{"period_type":"MONTH","period_value":9,"rounding_type":"END_OF_MONTH"}""", "2025-02-28")]
    [InlineData("""{"period_type":"MONTH","period_value":2,"rounding_type":"END_OF_QUARTER"}""", "2024-09-30")]
    [InlineData("""{"period_type":"MONTH","period_value":1,"rounding_type":"END_OF_HALF_YEAR"}""", "2024-06-30")]
    [InlineData("""{"period_type":"MONTH","period_value":8,"rounding_type":"END_OF_YEAR"}""", "2025-12-31")]
    [InlineData("""{"period_type":"MONTH","period_value":0,"rounding_type":"PARTICULAR_MONTH","rounding_value":7}""", "2024-07-31")]
    [InlineData("""{"period_type":"MONTH","period_value":0,"rounding_type":"PARTICULAR_MONTH","rounding_value":2}""", "2025-02-28")]
    [InlineData("""{"period_type":"FIXED_DAY_OF_YEAR","fixed_month":5,"fixed_day":15}""", "2024-05-15")]
    [InlineData("""{"period_type":"FIXED_DAY_OF_YEAR","fixed_month":2,"fixed_day":31}""", "2025-02-28")]
    [InlineData("""{"period_type":"MONTH","period_value":999999}""", null)]
    public async Task Points_expire_by_the_rules_of_their_campaign(string rules, string? expected)
    {
        var (_, client) = await StartAsync();
        await PostAsync(
            client,
            "v1/loyalties",
            $$$$"""
            {"name":"G",
             "voucher":{"loyalty_card":{"points":0,"expiration_rules":{{{{rules}}}}},"code_config":{"pattern":"CARD"}}}
            """);
        await PostAsync(client, "v1/loyalties/G/members", """{"customer":"ann"}""");

        await AdjustAsync(client, 10);

        Assert.Equal(
            expected,
            (string?)(await GetAsync(client, "v1/loyalties/members/CARD")).Json["loyalty_card"]!["next_expiration_date"]);
    }

    [Fact]
    public async Task A_negative_job_time_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            StartSandboxAsync(new LoyaltySandboxOptions { JobTime = TimeSpan.FromTicks(-1) }).WaitAsync(Stop));
}
