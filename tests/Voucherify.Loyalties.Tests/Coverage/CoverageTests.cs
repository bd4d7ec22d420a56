using System.Text.Json.Nodes;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Coverage;

public sealed class CoverageTests
{
    public static TheoryData<string> V2Operations => [.. new OperationCoverage(V2Document.Json, "v2").Ids];

    public static TheoryData<string> Operations => [.. new OperationCoverage(V1Document.Json).Ids];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_parameter_and_property_of_an_operation_is_sent(string id) =>
        AssertNone(await new OperationCoverage(V1Document.Json).GapsAsync(id));

    [Theory]
    [MemberData(nameof(V2Operations))]
    public async Task Every_parameter_and_property_of_an_operation_of_version_2_is_sent(string id) =>
        AssertNone(await new OperationCoverage(V2Document.Json, "v2").GapsAsync(id));

    [Fact]
    public async Task An_additional_query_parameter_is_reported_as_a_gap()
    {
        var gaps = await GapsAsync("list-members", document =>
            Operation(document, "/v1/loyalties/{campaignId}/members", "get")["parameters"]!.AsArray().Add(
                JsonNode.Parse("""{ "name": "color", "in": "query", "schema": { "type": "string" } }""")));

        Assert.Equal(["#/paths/~1v1~1loyalties~1{campaignId}~1members/get/parameters/8: 'color' never on the wire"], gaps);
    }

    [Theory]
    [InlineData("update-loyalty-card-balance", "AdjustBalanceRequest")]
    [InlineData("update-loyalty-card-balance-1", "AdjustBalanceRequest")]
    [InlineData("add-member", "CustomerInput")]
    [InlineData("create-earning-rule", "EarningRulePoints")]
    [InlineData("redeem-reward", "OrderItemProduct")]
    [InlineData("generate-oauth-token", "CreateTokenRequest")]
    [InlineData("list-loyalty-campaign-transactions", "CampaignTransactionFilters")]
    public async Task An_additional_request_property_is_reported_as_a_gap(string id, string schema)
    {
        var gaps = await GapsAsync(id, document => Properties(document, schema)["color"] = new JsonObject { ["type"] = "string" });

        Assert.All(gaps, gap => Assert.StartsWith($"#/components/schemas/{schema}/properties/color: ", gap, StringComparison.Ordinal));
        Assert.NotEmpty(gaps);
    }

    [Fact]
    public async Task An_additional_oneOf_branch_is_reported_as_a_gap()
    {
        var gaps = await GapsAsync("add-member", document =>
            Properties(document, "AddMemberRequest")["customer"]!["oneOf"]!.AsArray().Add(
                JsonNode.Parse("""{ "type": "object", "properties": { "phone_number": { "type": "string" } } }""")));

        Assert.Equal(
            ["#/components/schemas/AddMemberRequest/properties/customer/oneOf/2/properties/phone_number: never on the wire"], gaps);
    }

    [Fact]
    public async Task A_changed_property_type_is_reported_as_a_gap()
    {
        var gaps = await GapsAsync("update-loyalty-card-balance", document =>
            Properties(document, "AdjustBalanceRequest")["source_id"] = new JsonObject { ["type"] = "integer" });

        Assert.StartsWith(
            "#/components/schemas/AdjustBalanceRequest/properties/source_id: sent ", Assert.Single(gaps), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_route_is_reported_as_a_gap()
    {
        var gaps = await GapsAsync("get-member", document =>
        {
            var paths = document["paths"]!.AsObject();
            var item = paths["/v1/loyalties/members/{memberId}"]!;
            paths.Remove("/v1/loyalties/members/{memberId}");
            paths["/v2/loyalties/members/{memberId}"] = item;
        });

        Assert.StartsWith(
            "#/paths/~1v2~1loyalties~1members~1{memberId}/get: sent GET /v1/loyalties/members/memberId%20%2F%3F%23%C3%A4%25, not GET /v2/",
            Assert.Single(gaps),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_additional_operation_is_reported_as_a_gap()
    {
        const string Path = "/v1/loyalties/members/{memberId}/merge";
        var gaps = await GapsAsync("merge-members", static document => document["paths"]![Path] = JsonNode.Parse("""
            { "post": { "operationId": "merge-members", "tags": [ "Members" ], "x-method": "MergeMembers",
                        "parameters": [ { "name": "memberId", "in": "path", "schema": { "type": "string" } } ] } }
            """));

        Assert.Equal(
            ["#/paths/~1v1~1loyalties~1members~1{memberId}~1merge/post: no public method MergeMembersAsync of Members takes memberId"],
            gaps);
    }

    private static JsonNode Properties(JsonNode document, string schema) => document["components"]!["schemas"]![schema]!["properties"]!;

    private static Task<IReadOnlyList<string>> GapsAsync(string id, Action<JsonNode> change)
    {
        var document = JsonNode.Parse(V1Document.Json)!;
        change(document);
        return new OperationCoverage(document.ToJsonString()).GapsAsync(id);
    }

    private static JsonNode Operation(JsonNode document, string path, string method) => document["paths"]![path]![method]!;

    private static void AssertNone(IReadOnlyList<string> gaps) => Assert.True(gaps.Count == 0, string.Join('\n', gaps));
}
