using System.Text.Json.Nodes;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string AnyFields = "{\"parameters\":{\"fields\":[\"id\"]}}";

    /// <summary>A valid body for each operation that has one.</summary>
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["create-loyalty-program"] = """{"name":"Winter Club"}""",
        ["update-loyalty-program"] = """{"description":"d"}""",
        ["create-earning-rule"] = """[{"event":"order.paid","loyalty":{"type":"FIXED","points":5}}]""",
        ["update-earning-rule"] = """{"metadata":{"a":1}}""",
        ["estimate-points"] = """{"customer":{"source_id":"ann"},"order":{"amount":1000}}""",
        ["update-loyalty-card-balance"] = """{"points":1}""",
        ["update-loyalty-card-balance-1"] = """{"points":1}""",
        ["transfer-points"] = """[{"code":"OTHER","points":1,"source_id":"t"}]""",
        ["export-loyalty-campaign-transactions"] = AnyFields,
        ["export-loyalty-card-transactions"] = AnyFields,
        ["export-loyalty-card-transactions-1"] = AnyFields,
        ["create-points-expiration-export"] = AnyFields,
        ["adjust-member-pending-points"] = """{"points":1}""",
        ["redeem-reward"] = """{"reward":{"id":"rew_mug"}}""",
        ["redeem-reward-1"] = """{"reward":{"id":"rew_mug"}}""",
        ["create-reward-assignment-1"] = """[{"reward":"rew_pen","parameters":{"loyalty":{"points":5}}}]""",
        ["update-reward-assignment-1"] = """{"parameters":{"loyalty":{"points":6}}}""",
        ["add-member"] = """{"customer":"ben"}""",
        ["create-in-bulk-loyalty-tiers"] = """[{"name":"Gold","points":{"from":100}}]""",
        ["create-customer"] = """{"source_id":"carl"}""",
        ["update-customer"] = """{"name":"Carl"}""",
        ["create-order"] = """{"source_id":"order-2","amount":100}""",
        ["update-order"] = """{"amount":200}""",
        ["track-custom-event"] = """{"event":"page_view","customer":{"source_id":"carl"}}""",
        ["generate-oauth-token"] = "grant_type=client_credentials&scope=api",
        ["introspect-oauth-token"] = "access_token={token}",
        ["revoke-oauth-token"] = "access_token={token}",
    };

    public static TheoryData<string> Operations => [.. OwnOperations().Select(static operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_operation_of_our_document_is_supported_or_says_that_it_is_not(string id)
    {
        var (sandbox, client) = await StartAsync();
        var values = await PlayProgramAsync(sandbox, client);
        var (_, method, path) = OwnOperations().Single(operation => operation.Id == id);
        var body = Bodies.GetValueOrDefault(id);
        foreach (var (name, value) in values)
        {
            path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            body = body?.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        var response = await SendAsync(
            client,
            method,
            path.TrimStart('/'),
            body,
            path.Contains("/oauth/", StringComparison.Ordinal) ? "application/x-www-form-urlencoded" : "application/json");

        if ((int)response.Status == 501)
        {
            Assert.Equal("sandbox_not_supported", (string?)response.Json["key"]);
            return;
        }

        Assert.InRange((int)response.Status, 200, 204);
        Assert.Equal((int)response.Status != 204, response.Body.Length > 2);
    }

    private static IEnumerable<(string Id, HttpMethod Method, string Path)> OwnOperations() =>
        from path in JsonNode.Parse(V1Document.Json)!["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value is JsonObject entry && entry.ContainsKey("operationId")
        select ((string)operation.Value!["operationId"]!, new HttpMethod(operation.Key.ToUpperInvariant()), path.Key);

    /// <summary>Adds one of everything, and returns the ids by the names of the path parameters in the document.</summary>
    private static async Task<Dictionary<string, string>> PlayProgramAsync(LoyaltySandbox sandbox, HttpClient client)
    {
        sandbox.V1.AddCampaign(Campaign, "camp_1");
        sandbox.V1.AddCard(new SandboxCardSeed { Code = "CARD", Campaign = Campaign, HasHolder = false, Points = [new(100)] });
        sandbox.V1.AddCard("OTHER", 100);
        sandbox.V1.AddReward("rew_mug", 30);
        sandbox.V1.AddReward("rew_pen", 5);
        await PostAsync(client, "v1/loyalties/camp_1/members", """{"customer":{"source_id":"ann"},"voucher":"CARD"}""");
        var pending = sandbox.V1.AddPendingPoints("CARD", 7, Today.AddDays(9));
        var tier = await PostAsync(client, "v1/loyalties/camp_1/tiers", """[{"name":"Silver","points":{"from":0,"to":99}}]""");
        var rule = await PostAsync(
            client,
            "v1/loyalties/camp_1/earning-rules",
            """[{"event":"order.paid","loyalty":{"type":"FIXED","points":"5"}}]""");
        var assignment = await PostAsync(
            client,
            "v1/loyalties/camp_1/rewards",
            """[{"reward":"rew_mug","parameters":{"loyalty":{"points":20}}}]""");
        await PostAsync(client, "v1/loyalties", """{"name":"Old Club"}""");
        var deletion = await SendAsync(client, HttpMethod.Delete, "v1/loyalties/Old%20Club");
        var export = await PostAsync(client, "v1/loyalties/camp_1/transactions/export", "{}");
        await PostAsync(client, "v1/customers", Bodies["create-customer"]);
        await PostAsync(client, "v1/orders", """{"source_id":"order-1","amount":100}""");
        sandbox.V2.AddEvent("page_view");
        var token = await PostAsync(client, "v1/oauth/token", Bodies["generate-oauth-token"], "application/x-www-form-urlencoded");
        return new()
        {
            ["campaignId"] = "camp_1",
            ["memberId"] = "CARD",
            ["pendingPointsId"] = pending.Id,
            ["loyaltyTierId"] = IdOf(tier),
            ["earningRuleId"] = IdOf(rule),
            ["assignmentId"] = IdOf(assignment),
            ["customerId"] = "carl",
            ["orderId"] = "order-1",
            ["asyncActionId"] = (string)deletion.Json["async_action_id"]!,
            ["exportId"] = (string)export.Json["id"]!,
            ["token"] = (string)token.Json["access_token"]!,
        };
    }

    private static string IdOf(ReceivedResponse response) => (string)JsonNode.Parse(response.Body)!.AsArray()[0]!["id"]!;
}
