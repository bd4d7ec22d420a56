using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V1;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string PendingPath = "v1/loyalties/members/CARD/pending-points";

    private async Task<(LoyaltySandbox Sandbox, HttpClient Client, SandboxPendingPoints Pending)> StartWithPendingPointsAsync(
        LoyaltySandboxOptions? options = null)
    {
        var (sandbox, client) = await StartAsync(options);
        sandbox.V1.AddCampaign(Campaign, "camp_1", expiresAfterMonths: 1);
        sandbox.V1.AddCard("CARD", 10, Campaign);
        return (sandbox, client, sandbox.V1.AddPendingPoints("CARD", 5, Today.AddDays(2), "ord_1"));
    }

    // Without a body, as documented.
    private static async Task<ReceivedResponse> PostNothingAsync(HttpClient client, string path)
    {
        using var content = new ByteArrayContent([]);
        return await ReceivedResponse.ReadAsync(await client.PostAsync(path, content, Stop), Stop);
    }

    [Theory]
    [InlineData(PendingPath)]
    [InlineData("v1/loyalties/Summer%20Club/members/CARD/pending-points")]
    [InlineData("v1/loyalties/camp_1/pending-points")]
    public async Task Pending_points_match_the_vendors_example(string path)
    {
        var (sandbox, client, pending) = await StartWithPendingPointsAsync();
        var card = sandbox.V1.GetCard("CARD");
        var response = await GetAsync(client, path);
        var paid = response.Data[0]["details"]!["event"]!;
        var rule = response.Data[0]["details"]!["earning_rule"]!;

        AssertJson(
            $$$"""
            {"object":"list","data_ref":"data","has_more":false,"data":[
              {"id":"{{{pending.Id}}}","voucher_id":"{{{card.Id}}}","campaign_id":"camp_1","customer_id":"{{{card.HolderId}}}",
               "order_id":"ord_1","points":5,"activates_at":"2024-05-17",
               "details":{"order":{"id":"ord_1","source_id":null},"earning_rule":{"id":"{{{rule["id"]}}}","source":{"banner":null} },
                 "event":{"id":"{{{paid["id"]}}}","type":"customer.order.paid","group_id":"{{{paid["group_id"]}}}",
                   "entity_id":"{{{card.HolderId}}}","created_at":"2024-05-15T12:00:00.000Z","category":"ACTION",
                   "event_source":{"channel":"API","api_key":{"name":"Sandbox","app_id":"sandbox-app-id"} } } },
               "created_at":"2024-05-15T12:00:00.000Z"}]}
            """,
            response,
            HttpStatusCode.OK);
        Assert.Matches("^event_[0-9a-f]{18}$", (string?)paid["id"]);
        Assert.Matches("^v-[0-9a-f]{18}$", (string?)paid["group_id"]);
        Assert.StartsWith("ern_", (string?)rule["id"], StringComparison.Ordinal);
        Assert.Matches("^lopp_[0-9a-f]{18}$", pending.Id);
        Assert.Equal(5, (int)(await GetAsync(client, "v1/loyalties/members/CARD")).Json["loyalty_card"]!["pending_points"]!);
    }

    [Fact]
    public async Task Pending_points_are_listed_newest_first_in_pages()
    {
        var (sandbox, client, first) = await StartWithPendingPointsAsync();
        var others = Enumerable.Range(0, 2).Select(_ => sandbox.V1.AddPendingPoints("CARD", 1, Today.AddDays(5)).Id).ToList();

        var page = await GetAsync(client, PendingPath + "?limit=2");
        var rest = await GetAsync(client, $"{PendingPath}?starting_after_id={(string?)page.Json["more_starting_after"]}");

        Assert.Equal([others[1], others[0]], page.Ids);
        Assert.Equal([first.Id], rest.Ids);
        Assert.Equal([first.Id, .. others], (await GetAsync(client, PendingPath + "?order=id")).Ids);
        Assert.Equal(400, (int)(await GetAsync(client, PendingPath + "?limit=0")).Status);
    }

    [Fact]
    public async Task Activated_points_are_on_the_card_and_cannot_be_activated_again()
    {
        var (sandbox, client, pending) = await StartWithPendingPointsAsync();

        var response = await PostNothingAsync(client, $"{PendingPath}/{pending.Id}/activate");
        var again = await PostNothingAsync(client, $"{PendingPath}/{pending.Id}/activate");

        AssertJson(
            $$"""
            {"points":5,"total":15,"balance":15,"type":"loyalty_card","object":"balance",
             "related_object":{"type":"voucher","id":"{{sandbox.V1.GetCard("CARD").Id}}"},"operation_type":"MANUAL"}
            """,
            response,
            HttpStatusCode.OK);
        AssertState(again, "activated", "ACTIVATED");
        var entry = Assert.Single(sandbox.Journal);
        Assert.Equal(
            ("PENDING_POINTS_ACTIVATION", 5, -5, pending.Id),
            (entry.Type, entry.Points, entry.PendingPointsChange, entry.ResourceId));
        Assert.NotNull(entry.RequestId);
        var row = Assert.Single((await TransactionsAsync(client)).Data);
        Assert.Equal(pending.Id, (string?)row["details"]!["pending_points"]!["id"]);
        Assert.Empty((await GetAsync(client, PendingPath)).Data);
        Assert.Contains(sandbox.V1.GetCard("CARD").Buckets, bucket => bucket.ExpiresOn == Today.AddMonths(1) && bucket.Points == 5);
    }

    [Fact]
    public async Task Canceled_points_are_removed_and_cannot_be_canceled_again()
    {
        var (sandbox, client, pending) = await StartWithPendingPointsAsync();

        var response = await PostNothingAsync(client, $"{PendingPath}/{pending.Id}/cancel");
        var again = await PostNothingAsync(client, $"{PendingPath}/{pending.Id}/cancel");
        Time.Advance(TimeSpan.FromDays(3));

        Assert.Equal((HttpStatusCode.NoContent, ""), (response.Status, response.Body));
        AssertState(again, "canceled", "CANCELED");
        var entry = Assert.Single(sandbox.Journal);
        Assert.Equal(
            ("PENDING_POINTS_CANCELED", 0, -5, pending.Id, null),
            (entry.Type, entry.Points, entry.PendingPointsChange, entry.ResourceId, entry.TransactionId));
        Assert.Equal(10, sandbox.V1.GetCard("CARD").Balance);
        Assert.Equal(SandboxPendingPointsStatus.Canceled, Assert.Single(sandbox.V1.GetCard("CARD").PendingPoints).Status);
    }

    [Fact]
    public async Task Pending_points_are_adjusted_but_never_to_zero()
    {
        var (sandbox, client, pending) = await StartWithPendingPointsAsync();
        sandbox.V1.AddPendingPoints("CARD", 100, Today.AddDays(9));
        Task<ReceivedResponse> ChangeAsync(string body) => PostAsync(client, $"{PendingPath}/{pending.Id}/balance", body);

        var response = await ChangeAsync("""{"points":3}""");
        var nothing = await ChangeAsync("""{"points":-8}""");
        await ChangeAsync("""{"points":-2}""");

        AssertJson(
            $$"""
            {"points":3,"total":108,"object":"balance",
             "related_object":{"type":"voucher","id":"{{sandbox.V1.GetCard("CARD").Id}}"},"operation_type":"MANUAL"}
            """,
            response,
            HttpStatusCode.OK);
        AssertError(nothing, 400, "invalid_amount", "Invalid Amount", "Amount has to be a valid positive number");
        AssertError(await ChangeAsync("{}"), 400, "invalid_payload", "Invalid payload", "Payload should have required property 'points'");
        AssertError(await ChangeAsync("""{"points":0}"""), 400, "invalid_payload", "Invalid payload", "Property .points must not be 0");
        Assert.Equal([3, -2], sandbox.Journal.Select(entry => entry.PendingPointsChange));
        Assert.All(sandbox.Journal, entry => Assert.Equal(("PENDING_POINTS_UPDATED", 0), (entry.Type, entry.Points)));
        Assert.Equal(6, sandbox.V1.GetCard("CARD").PendingPoints[0].Points);

        await PostNothingAsync(client, $"{PendingPath}/{pending.Id}/activate");
        AssertState(await ChangeAsync("""{"points":1}"""), "updated", "ACTIVATED");
    }

    [Fact]
    public async Task Unknown_pending_points_and_those_of_another_card_are_not_found()
    {
        var (sandbox, client, _) = await StartWithPendingPointsAsync();
        sandbox.V1.AddCard("OTHER");
        var others = sandbox.V1.AddPendingPoints("OTHER", 1, Today.AddDays(1)).Id;

        foreach (var id in new[] { "lopp_1", others })
        {
            var response = await PostNothingAsync(client, $"{PendingPath}/{id}/activate");
            AssertError(response, 404, "not_found", "Resource not found", $"Cannot find pending_points with id {id}");
            Assert.Equal("pending_points", (string?)response.Json["resource_type"]);
        }

        AssertError(
            await GetAsync(client, "v1/loyalties/members/NONE/pending-points"),
            404,
            "not_found",
            "Resource not found",
            "Cannot find voucher with id NONE");
        AssertError(
            await GetAsync(client, "v1/loyalties/None/pending-points"),
            404,
            "not_found",
            "Resource not found",
            "Cannot find campaign with id None");
    }

    [Fact]
    public async Task Pending_points_are_activated_at_midnight_of_the_project_before_others_expire()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("project", TimeSpan.FromHours(2), "project", "project");
        var (sandbox, client, pending) = await StartWithPendingPointsAsync(Options(timeZone: zone));
        sandbox.V1.AddCard("EXPIRES", 7, expiresOn: Today.AddDays(1));

        Time.SetUtcNow(new DateTimeOffset(2024, 5, 16, 21, 59, 59, TimeSpan.Zero));
        Assert.Equal(10, sandbox.V1.GetCard("CARD").Balance);
        Time.SetUtcNow(new DateTimeOffset(2024, 5, 20, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(15, sandbox.V1.GetCard("CARD").Balance);
        Assert.Equal(["PENDING_POINTS_ACTIVATION", "POINTS_EXPIRATION"], sandbox.Journal.Select(entry => entry.Type));
        Assert.All(sandbox.Journal, entry => Assert.Equal(new DateTimeOffset(2024, 5, 16, 22, 0, 0, TimeSpan.Zero), entry.CommittedAt));
        Assert.Null(sandbox.Journal[0].RequestId);
        AssertState(await PostNothingAsync(client, $"{PendingPath}/{pending.Id}/cancel"), "canceled", "ACTIVATED");
    }

    [Fact]
    public async Task Pending_points_of_a_day_that_has_begun_are_activated_at_once()
    {
        var (sandbox, client, _) = await StartWithPendingPointsAsync();
        sandbox.V1.AddPendingPoints("CARD", 4, Today);

        Assert.Equal(14, (int)(await GetAsync(client, "v1/loyalties/members/CARD")).Json["loyalty_card"]!["balance"]!);
        Assert.Throws<KeyNotFoundException>(() => sandbox.V1.AddPendingPoints("NONE", 4, Today));
        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.V1.AddPendingPoints("CARD", 0, Today));
    }

    [Theory]
    [InlineData(SandboxFault.LoseResponse)]
    [InlineData(SandboxFault.LoseRequest)]
    public async Task A_lost_activation_is_in_the_journal_once_or_not_at_all(SandboxFault fault)
    {
        var (sandbox, client, pending) = await StartWithPendingPointsAsync();
        sandbox.Faults.Next(fault);

        await Assert.ThrowsAsync<HttpRequestException>(() => PostNothingAsync(client, $"{PendingPath}/{pending.Id}/activate"));

        Assert.Equal(fault == SandboxFault.LoseResponse ? 1 : 0, sandbox.Journal.Count);
        Assert.Equal(1, sandbox.Requests["POST /v1/loyalties/members/{memberId}/pending-points/{pendingPointsId}/activate"]);
    }

    private static void AssertState(ReceivedResponse response, string verb, string status) => AssertError(
        response,
        400,
        "invalid_pending_points_state",
        "Invalid pending points state",
        $"Only pending points in 'PENDING' status can be {verb}. Current status: '{status}'.");
}
