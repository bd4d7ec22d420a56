using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string CampaignExportPath = "v1/loyalties/Summer%20Club/transactions/export";

    [Fact]
    public async Task The_real_client_waits_for_an_export_and_downloads_it()
    {
        var (sandbox, client) = await StartWithCardAsync();
        await AdjustAsync(client, """{"points":10,"reason":"a, \"b\"","source_id":"s-1"}""");
        var exports = Sdk(sandbox).V1.Exports;

        var job = await exports.CreateCampaignTransactionsExportAsync(Campaign, new(), cancellationToken: Stop);
        var states = new List<Export>();
        for (var read = 0; read < 3; read++)
        {
            states.Add(await exports.GetExportAsync(job.Id!, cancellationToken: Stop));
            Time.Advance(TimeSpan.FromMilliseconds(500));
        }

        await using var file = await exports.DownloadAsync(states[2], cancellationToken: Stop);
        using var reader = new StreamReader(file);

        Assert.Equal(
            (ExportStatus.Scheduled, ExportedObject.VoucherTransactions, ExportChannel.Api, null),
            (job.Status, job.ExportedObject, job.Channel, job.Result));
        Assert.Equal(
            [ExportStatus.Scheduled, ExportStatus.InProgress, ExportStatus.Done],
            states.Select(static state => state.Status!.Value));
        Assert.StartsWith(
            new Uri(sandbox.BaseAddress, $"v1/exports/{job.Id}?token=").AbsoluteUri,
            states[2].Result!.Url,
            StringComparison.Ordinal);
        Assert.Equal(
            "id,type,source_id,reason,source,balance,amount,created_at\n"
                + sandbox.Journal[0].TransactionId + ",POINTS_ADDITION,s-1,\"a, \"\"b\"\"\",API,10,10,2024-05-15T12:00:00.000Z\n",
            await reader.ReadToEndAsync(Stop));
    }

    [Fact]
    public async Task An_export_has_the_requested_columns_order_and_rows()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 50);
        var other = sandbox.V1.AddCard("OTHER", 50, Campaign);
        await AdjustAsync(client, 1);
        Time.Advance(TimeSpan.FromDays(1));
        await AdjustAsync(client, 2);
        await AdjustAsync(client, 3, code: "OTHER");

        Assert.Equal(
            "amount 3 2 1",
            await FileAsync(client, CampaignExportPath, """{"parameters":{"order":"-created_at","fields":["amount"]}}"""));
        Assert.Equal(
            "amount 3",
            await FileAsync(
                client,
                CampaignExportPath,
                $$$$"""
                {"parameters":{"fields":["amount"],"filters":{"junction":"and",
                  "voucher_id":{"conditions":{"$in":["{{{{other.Id}}}}"]}},"created_at":{"conditions":{"$after":["2024-05-16"]}} }} }
                """));
        Assert.Equal(
            "amount 1 3",
            await FileAsync(
                client,
                CampaignExportPath,
                $$$$"""
                {"parameters":{"fields":["amount"],"filters":{"junction":"OR",
                  "voucher_id":{"conditions":{"$is":["{{{{other.Id}}}}"]}},"created_at":{"conditions":{"$before":"2024-05-16"}} }} }
                """));
        Assert.Equal(
            $"voucher_id,campaign_id,amount,related_transaction_id {other.Id},{other.CampaignId},3,",
            await FileAsync(
                client,
                "v1/loyalties/members/OTHER/transactions/export",
                """{"parameters":{"fields":["voucher_id","campaign_id","amount","related_transaction_id"]}}"""));
        Assert.Contains(
            """{""balance"":{""points"":1,""",
            await FileAsync(
                client,
                "v1/loyalties/Summer%20Club/members/CARD/transactions/export",
                """{"parameters":{"fields":["details"]}}"""),
            StringComparison.Ordinal);
        Assert.Equal(
            "amount",
            await FileAsync(
                client,
                CampaignExportPath,
                """{"parameters":{"fields":["amount"],"filters":{"campaign_id":{"conditions":{"$is":["camp_x"]}}}}}"""));
    }

    [Theory]
    [InlineData("""{}""", """{"filters":{"campaign_id":{"conditions":{"$in":["camp_1"]}}}}""")]
    [InlineData("""{"parameters":null}""", """{"filters":{"campaign_id":{"conditions":{"$in":["camp_1"]}}}}""")]
    [InlineData(
        """{"parameters":{"order":"-created_at","filters":{"junction":"and"},"fields":["id"]}}""",
        """{"order":"-created_at","fields":["id"],"filters":{"junction":"and","campaign_id":{"conditions":{"$in":["camp_1"]}}}}""")]
    [InlineData(
        """{"parameters":{"filters":{"campaign_id":{"conditions":{"$is":"camp_1"}}}}}""",
        """{"filters":{"campaign_id":{"conditions":{"$is":"camp_1"}}}}""")]
    public async Task The_parameters_of_an_export_name_its_campaign(string body, string parameters)
    {
        var (sandbox, client) = await StartAsync();
        sandbox.V1.AddCampaign(Campaign, "camp_1");

        var export = await PostAsync(client, CampaignExportPath, body);
        var read = await GetAsync(client, $"v1/exports/{export.Json["id"]}");

        Assert.Equal((parameters, parameters), (export.Json["parameters"]!.ToJsonString(), read.Json["parameters"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("v1/loyalties/members/CARD/transactions/export", "voucher_id", "v_1")]
    [InlineData("v1/loyalties/camp_1/members/CARD/transactions/export", "voucher_id", "v_1")]
    [InlineData("v1/loyalties/camp_1/points-expiration/export", "campaign_id", "camp_1")]
    public async Task The_parameters_of_an_export_name_what_its_route_names(string path, string column, string id)
    {
        var (sandbox, client) = await StartAsync();
        sandbox.V1.AddCampaign(Campaign, "camp_1");
        sandbox.V1.AddCard(new SandboxCardSeed { Code = "CARD", Campaign = Campaign, Id = "v_1" });

        var export = await PostAsync(client, path, "{}");

        Assert.Equal(
            $$$$$"""{"filters":{"{{{{{column}}}}}":{"conditions":{"$in":["{{{{{id}}}}}"]}}}}""", export.Json["parameters"]!.ToJsonString());
    }

    [Fact]
    public async Task An_export_of_expiring_points_includes_expired_ones()
    {
        var (sandbox, client) = await StartAsync();
        sandbox.V1.AddCampaign(Campaign);
        sandbox.V1.AddCard(new SandboxCardSeed
        {
            Code = "CARD",
            Campaign = Campaign,
            Points = [new(7), new(2, Today.AddDays(9)), new(3, Today)],
        });
        Time.Advance(TimeSpan.FromDays(1));
        const string Path = "v1/loyalties/Summer%20Club/points-expiration/export";

        Assert.Equal(
            "points,status,expires_at 3,EXPIRED,2024-05-15 2,ACTIVE,2024-05-24",
            await FileAsync(client, Path, """{"parameters":{"fields":["points","status","expires_at"]}}"""));
        Assert.Equal("points 2 3", await FileAsync(client, Path, """{"parameters":{"fields":["points"],"order":"-expires_at"}}"""));
        Assert.Equal(
            "points",
            await FileAsync(
                client,
                Path,
                """{"parameters":{"fields":["points"],"filters":{"voucher_id":{"conditions":{"$is":["v_x"]}}}}}"""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"parameters":{"order":"id"}}""")]
    [InlineData("""{"parameters":{"fields":["surprise"]}}""")]
    [InlineData("""{"parameters":{"fields":[7]}}""")]
    [InlineData("""{"parameters":{"filters":{"reason":{"conditions":{"$is":["x"]}}}}}""")]
    [InlineData("""{"parameters":{"filters":{"voucher_id":{"conditions":{"$like":["x"]}}}}}""")]
    [InlineData("""{"parameters":{"filters":{"voucher_id":{"conditions":{"$in":[]}}}}}""")]
    [InlineData("""{"parameters":{"filters":{"voucher_id":7}}}""")]
    public async Task An_invalid_export_is_refused(string body)
    {
        var (_, client) = await StartWithCardAsync();

        var response = await PostAsync(client, CampaignExportPath, body);

        Assert.Equal((400, "invalid_payload"), ((int)response.Status, (string?)response.Json["key"]));
    }

    [Fact]
    public async Task An_export_file_needs_its_token_and_the_key_and_must_be_finished()
    {
        var (sandbox, client) = await StartWithCardAsync();
        var id = (string)(await PostAsync(client, CampaignExportPath, "{}")).Json["id"]!;
        var unfinished = await GetAsync(client, "v1/exports/" + id);
        Time.Advance(TimeSpan.FromSeconds(1));
        var url = (string)(await GetAsync(client, "v1/exports/" + id)).Json["result"]!["url"]!;

        Assert.Null(unfinished.Json["result"]);
        Assert.Equal(
            (HttpStatusCode.OK, "text/plain; charset=utf-8"),
            ((await GetAsync(client, url)).Status, (await GetAsync(client, url)).Headers["Content-Type"]));
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(client, url + "x")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(client, "v1/exports/exp_1?token=x")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(Client(sandbox, withKeys: false), url)).Status);
        Assert.Equal("export", (string?)(await GetAsync(client, "v1/exports/exp_1")).Json["resource_type"]);
        Assert.Equal("campaign", (string?)(await PostAsync(client, "v1/loyalties/none/transactions/export", "{}")).Json["resource_type"]);
        Assert.Equal(
            "voucher",
            (string?)(await PostAsync(client, "v1/loyalties/members/NONE/transactions/export", "{}")).Json["resource_type"]);
    }

    [Theory]
    [InlineData("exports", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("async-actions", HttpStatusCode.Forbidden, HttpStatusCode.OK)]
    [InlineData("loyalties", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("api", HttpStatusCode.OK, HttpStatusCode.OK)]
    public async Task Exports_and_async_actions_have_their_own_scopes(string scope, HttpStatusCode exports, HttpStatusCode actions)
    {
        var (sandbox, client) = await StartWithCardAsync();
        var id = (string)(await PostAsync(client, CampaignExportPath, "{}")).Json["id"]!;
        var token = (string)(await PostAsync(
            client,
            "v1/oauth/token",
            $"grant_type=client_credentials&scope={scope}",
            "application/x-www-form-urlencoded")).Json["access_token"]!;
        var bearer = Client(sandbox, withKeys: false);
        bearer.DefaultRequestHeaders.Authorization = new("Bearer", token);

        Assert.Equal(exports, (await GetAsync(bearer, "v1/exports/" + id)).Status);
        Assert.Equal(actions, (await GetAsync(bearer, "v1/async-actions")).Status);
    }

    [Theory]
    [InlineData(SandboxFault.ServerErrorAfter, 1)]
    [InlineData(SandboxFault.ServerErrorBefore, 0)]
    [InlineData(SandboxFault.Conflict, 0)]
    public async Task Faults_strike_operations_on_campaigns(SandboxFault fault, int campaigns)
    {
        var (sandbox, client) = await StartAsync();
        sandbox.Faults.Next(fault);

        var response = await PostAsync(client, "v1/loyalties", """{"name":"G"}""");

        Assert.True((int)response.Status >= 400, response.Body);
        Assert.Equal((campaigns, 1), ((int)(await GetAsync(client, "v1/loyalties")).Json["total"]!, sandbox.Faults.Counts[fault]));
    }

    [Fact]
    public async Task A_member_is_added_once_if_the_response_is_lost()
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.Faults.Next(SandboxFault.LoseResponse);

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() =>
            Sdk(sandbox).V1.Members.AddMemberAsync(Campaign, new() { Customer = "ann" }, cancellationToken: Stop));

        Assert.Equal(2, (int)(await GetAsync(client, MembersPath)).Json["total"]!);
    }

    // Returns the lines of the file, joined by spaces.
    private async Task<string> FileAsync(HttpClient client, string path, string body)
    {
        var export = await PostAsync(client, path, body);
        Assert.Equal(HttpStatusCode.OK, export.Status);
        Time.Advance(TimeSpan.FromSeconds(1));
        var url = (string)(await GetAsync(client, $"v1/exports/{export.Json["id"]}")).Json["result"]!["url"]!;
        return (await GetAsync(client, url)).Body.Trim().Replace('\n', ' ');
    }
}
