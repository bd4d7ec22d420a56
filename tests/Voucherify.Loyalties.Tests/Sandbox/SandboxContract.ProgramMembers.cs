using System.Net;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string BySource = """{"customer_identification":{"type":"customer_source_id","customer_source_id":"shop-42"}}""";

    /// <summary>Starts a sandbox with a customer, who is a member of another program.</summary>
    private async Task<(LoyaltySandbox Sandbox, HttpClient Client, string Members, string CustomerId)> StartWithCustomerAsync(
        SandboxV2Options? v2 = null)
    {
        var (sandbox, client, member) = await StartWithMemberAsync(v2: v2);
        var program = sandbox.V2.AddProgram("Another");
        return (sandbox, client, $"{Programs}/{program.Id}/members", member.CustomerId);
    }

    [Fact]
    public async Task A_member_is_created_with_a_card_that_has_no_code_yet()
    {
        var (sandbox, client, members, customerId) = await StartWithCustomerAsync();

        var response = await PostAsync(
            client,
            members,
            $$$"""
            {"customer_identification":{"type":"customer_id","customer_id":"{{{customerId}}}"},"status":"INACTIVE","metadata":{"a":1}}
            """);

        var cardId = (string)response.Json["cards"]![0]!["card"]!["id"]!;
        AssertJson(
            $$$"""
            {"id":"{{{response.Json["id"]}}}","customer_id":"{{{customerId}}}","program_id":"{{{members.Split('/')[3]}}}",
             "status":"INACTIVE","metadata":{"a":1},"created_at":"2024-05-15T12:00:00.000Z","updated_at":null,"object":"member",
             "cards":[{"member_role":"OWNER","created_at":"2024-05-15T12:00:00.000Z","object":"member_card","card":{
               "id":"{{{cardId}}}","card_definition_id":"{{{response.Json["cards"]![0]!["card"]!["card_definition_id"]}}}",
               "card_type":"INDIVIDUAL","code":null,
               "lifetime_bucket":{"points":{"total":0,"earned":0,"added":0,"purchased":0,"purchased_reversed":0,"subtracted":0,
                 "expired":0,"spent":0,"refunded":0,"returned":0,"locked":0,"unlocked":0},
                 "pending_points":{"total":0,"activated":0,"canceled":0} },
               "balance":{"points":0,"pending_points":0},"next_expiration":null,"next_activation":null,"object":"card"} }]}
            """,
            response,
            HttpStatusCode.OK);
        Assert.Matches("^lmbr_[0-9a-f]{18}$", (string?)response.Json["id"]);
        Assert.Matches("^lcrd_[0-9a-f]{18}$", cardId);
        var read = await GetAsync(client, $"{members}/{response.Json["id"]}");
        Assert.Equal(sandbox.V2.GetCard(cardId).Code, (string?)read.Json["cards"]![0]!["card"]!["code"]);
    }

    [Fact]
    public async Task A_card_gets_its_code_after_the_code_lag()
    {
        var (_, client, members, _) = await StartWithCustomerAsync(new SandboxV2Options { CodeLag = TimeSpan.FromSeconds(2) });
        var id = (string)(await PostAsync(client, members, BySource)).Json["id"]!;

        Assert.Null((await GetAsync(client, $"{members}/{id}")).Json["cards"]![0]!["card"]!["code"]);

        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.NotNull((await GetAsync(client, $"{members}/{id}")).Json["cards"]![0]!["card"]!["code"]);
    }

    [Fact]
    public async Task A_customer_joins_a_program_once_and_again_after_leaving_it()
    {
        var (_, client, members, _) = await StartWithCustomerAsync();
        var first = (string)(await PostAsync(client, members, BySource)).Json["id"]!;

        Assert.Equal("409 member_already_exists", KeyOf(await PostAsync(client, members, BySource)));

        var deleted = await SendAsync(client, HttpMethod.Delete, $"{members}/{first}");
        Assert.Equal(("DELETED", null), ((string?)deleted.Json["status"], (string?)deleted.Json["updated_at"]));
        Assert.Equal("404 not_found", KeyOf(await SendAsync(client, HttpMethod.Delete, $"{members}/{first}")));
        Assert.Equal("404 not_found", KeyOf(await GetAsync(client, $"{members}/{first}")));

        Assert.NotEqual(first, (string)(await PostAsync(client, members, BySource)).Json["id"]!);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"customer_id":"cust_1"}""")]
    [InlineData("""{"customer_identification":{"type":"customer_source_id","customer_source_id":"shop-42"},"customer_id":"cust_1"}""")]
    [InlineData("""{"customer_identification":{"type":"member_id","customer_id":"cust_1"}}""")]
    [InlineData("""{"customer_identification":{"type":"customer_id","customer_source_id":"shop-42"}}""")]
    [InlineData("""{"customer_identification":{"type":"customer_id","customer_id":"cust_1","customer_source_id":"shop-42"}}""")]
    [InlineData("""{"customer_identification":{"type":"customer_source_id","customer_source_id":"shop-42"},"status":"DELETED"}""")]
    [InlineData("""{"customer_identification":{"type":"customer_source_id","customer_source_id":"shop-42"},"metadata":5}""")]
    public async Task Invalid_requests_for_a_member_are_refused(string body)
    {
        var (_, client, members, _) = await StartWithCustomerAsync();

        Assert.Equal("400 invalid_payload", KeyOf(await PostAsync(client, members, body)));
    }

    [Fact]
    public async Task The_shape_of_a_request_for_a_member_is_that_of_the_option()
    {
        var byId = (string id) => $$"""{"customer_id":"{{id}}"}""";
        var (_, client, members, customerId) = await StartWithCustomerAsync(
            new SandboxV2Options { MemberCreateShape = SandboxMemberCreateShape.CustomerId });
        Assert.Equal("400 invalid_payload", KeyOf(await PostAsync(client, members, BySource)));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(client, members, byId(customerId))).Status);

        (_, client, members, customerId) = await StartWithCustomerAsync(
            new SandboxV2Options { MemberCreateShape = SandboxMemberCreateShape.Both });
        Assert.Equal("400 invalid_payload", KeyOf(await PostAsync(client, members, BySource)));
        Assert.Equal("400 invalid_payload", KeyOf(await PostAsync(client, members, byId(customerId))));
        var both = JsonNode.Parse(BySource)!.AsObject();
        both["customer_id"] = customerId;
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(client, members, both.ToJsonString())).Status);
    }

    [Fact]
    public async Task An_unknown_customer_cannot_become_a_member()
    {
        var (_, client, members, _) = await StartWithCustomerAsync();

        var response = await PostAsync(client, members, BySource.Replace("shop-42", "shop-43", StringComparison.Ordinal));

        Assert.Equal("404 not_found", KeyOf(response));
        Assert.Equal(("customer", "shop-43"), ((string?)response.Json["resource_type"], (string?)response.Json["resource_id"]));
    }

    [Fact]
    public async Task A_member_is_activated_and_deactivated_but_not_twice()
    {
        var (_, client, member) = await StartWithMemberAsync();
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("400 invalid_state_transition", KeyOf(await PostAsync(client, PathOf(member) + "/activate", "")));
        var inactive = await PostAsync(client, PathOf(member) + "/deactivate", "");
        Assert.Equal(
            ("INACTIVE", "2024-05-15T12:00:01.000Z"), ((string?)inactive.Json["status"], (string?)inactive.Json["updated_at"]));
        Assert.Equal("400 invalid_state_transition", KeyOf(await PostAsync(client, PathOf(member) + "/deactivate", "")));
        Assert.Equal("ACTIVE", (string?)(await PostAsync(client, PathOf(member) + "/activate", "")).Json["status"]);
    }

    [Fact]
    public async Task An_update_of_a_member_merges_its_metadata_and_null_clears_them()
    {
        var (_, client, member) = await StartWithMemberAsync();
        async Task<string> UpdateAsync(string metadata) => (await SendAsync(
            client, HttpMethod.Put, PathOf(member), $$"""{"metadata":{{metadata}}}""")).Json["metadata"]!.ToJsonString();

        Assert.Equal("""{"a":1,"b":2}""", await UpdateAsync("""{"a":1,"b":2}"""));
        Assert.Equal("""{"a":1,"b":3,"c":4}""", await UpdateAsync("""{"b":3,"c":4}"""));
        Assert.Equal("{}", await UpdateAsync("null"));
        Assert.Equal("400 invalid_payload", KeyOf(await SendAsync(client, HttpMethod.Put, PathOf(member), """{"status":"INACTIVE"}""")));
    }

    [Fact]
    public async Task Members_are_listed_without_cards_and_without_those_who_left()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        var second = sandbox.V2.AddMember(member.ProgramId);
        var third = sandbox.V2.AddMember(member.ProgramId);
        await SendAsync(client, HttpMethod.Delete, PathOf(second));
        await PostAsync(client, PathOf(third) + "/deactivate", "");
        var path = $"{Programs}/{member.ProgramId}/members";

        var all = await GetAsync(client, path);
        Assert.Equal([third.Id, member.Id], all.Ids);
        Assert.False(all.Data[0].ContainsKey("cards"));
        Assert.Null(all.Json["cursor"]);
        Assert.Equal([third.Id], (await GetAsync(client, path + "?filters[status][conditions][$is]=INACTIVE")).Ids);
        Assert.Equal([member.Id], (await GetAsync(client, path + $"?filters[customer_id][conditions][$in][0]={member.CustomerId}")).Ids);
        Assert.Equal([member.Id, third.Id], (await GetAsync(client, path + "?order=status&order=created_at")).Ids);
        Assert.Equal("400 invalid_query_params", KeyOf(await GetAsync(client, path + "?filters[status][conditions][$is]=DELETED")));
        Assert.Matches("^lcrsmbr_", CursorOf(await GetAsync(client, path + "?limit=1")));
    }

    [Theory]
    [InlineData("customer_id")]
    [InlineData("customer_source_id")]
    [InlineData("member_id")]
    public async Task A_membership_is_found_by_each_kind_of_id(string type)
    {
        var (_, client, member) = await StartWithMemberAsync(points: 70);
        var id = type switch { "customer_id" => member.CustomerId, "member_id" => member.Id, _ => "shop-42" };

        var response = await GetAsync(client, $"{Programs}/{member.ProgramId}/memberships/{id}?identification_type={type}");

        Assert.Equal(member.Id, (string?)response.Json["member"]!["id"]);
        Assert.Equal("Loyalty Program", (string?)response.Json["program"]!["name"]);
        Assert.Equal(70, (int?)response.Json["cards"]![0]!["card"]!["balance"]!["points"]);
        Assert.False(response.Json["cards"]![0]!.AsObject().ContainsKey("tier_progress"));

        var list = await GetAsync(client, $"v2/loyalties/memberships/{id}?identification_type={type}");
        Assert.Equal((member.CustomerId, "shop-42"), ((string?)list.Json["customer"]!["id"], (string?)list.Json["customer"]!["source_id"]));
        Assert.Equal(member.Id, (string?)Assert.Single(list.Json["memberships"]!.AsArray())!["member"]!["id"]);
    }

    [Theory]
    [InlineData("x?identification_type=email", "400 invalid_query_params", null)]
    [InlineData("x?identification_type=customer_source_id", "404 not_found", "customer")]
    [InlineData("x?identification_type=member_id", "404 not_found", "member")]
    [InlineData("x", "404 not_found", "member")]
    public async Task An_unknown_membership_is_not_found(string path, string key, string? type)
    {
        var (_, client, member) = await StartWithMemberAsync();

        var response = await GetAsync(client, $"{Programs}/{member.ProgramId}/memberships/{path}");

        Assert.Equal((key, type), (KeyOf(response), (string?)response.Json["resource_type"]));
    }

    [Fact]
    public async Task A_batch_creates_members_in_the_background_a_hundred_at_a_time()
    {
        var (sandbox, client, members, customerId) = await StartWithCustomerAsync();
        var entries = new JsonArray(JsonNode.Parse(BySource), JsonNode.Parse(BySource), 5);
        for (var i = entries.Count; i < 101; i++)
        {
            entries.Add(JsonNode.Parse("""{"customer_identification":{"type":"customer_id","customer_id":"cust_0"}}"""));
        }

        var response = await PostAsync(client, members + "/batch", entries.ToJsonString());
        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        var action = $"v1/async-actions/{response.Json["async_action_id"]}";
        Assert.Equal("ENQUEUED", (string?)(await GetAsync(client, action)).Json["status"]);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(customerId, (string?)Assert.Single((await GetAsync(client, members)).Data)["customer_id"]);
        Assert.Equal("IN_PROGRESS", (string?)(await GetAsync(client, action)).Json["status"]);

        Time.Advance(TimeSpan.FromSeconds(1));
        var done = (await GetAsync(client, action)).Json;
        Assert.Equal(("DONE", "SUCCESS"), ((string?)done["status"], (string?)done["operation_status"]));
        Assert.Equal((1, 100), ((int)done["result"]!["done_count"]!, (int)done["result"]!["failed_count"]!));
        var rows = done["result"]!["report"]!.AsArray();
        Assert.Equal((true, null), ((bool)rows[0]!["created"]!, (string?)rows[0]!["error"]));
        Assert.Equal("member_already_exists", (string?)rows[1]!["error"]);
        Assert.Equal("Payload must be object", (string?)rows[2]!["error"]);
        Assert.Equal("not_found", (string?)rows[3]!["error"]);
    }

    [Theory]
    [InlineData("[]", "invalid_request_payload")]
    [InlineData("[null]", "invalid_request_payload")]
    [InlineData("{}", "top_level_object_should_be_an_array")]
    public async Task A_batch_that_is_no_array_fails_in_the_background(string body, string key)
    {
        var (_, client, members, _) = await StartWithCustomerAsync();

        var response = await PostAsync(client, members + "/batch", body);
        Time.Advance(TimeSpan.FromSeconds(1));

        var action = (await GetAsync(client, $"v1/async-actions/{response.Json["async_action_id"]}")).Json;
        Assert.Equal(("FAILED", key), ((string?)action["operation_status"], (string?)action["result"]!["error"]!["key"]));
    }

    [Theory]
    [InlineData(SandboxOAuthScopes.LoyaltiesOrApi, "loyalties", HttpStatusCode.OK)]
    [InlineData(SandboxOAuthScopes.LoyaltiesOrApi, "api", HttpStatusCode.OK)]
    [InlineData(SandboxOAuthScopes.LoyaltiesOrApi, "vouchers", HttpStatusCode.Forbidden)]
    [InlineData(SandboxOAuthScopes.ApiOnly, "loyalties", HttpStatusCode.Forbidden)]
    [InlineData(SandboxOAuthScopes.ApiOnly, "api", HttpStatusCode.OK)]
    [InlineData(SandboxOAuthScopes.None, "api", HttpStatusCode.Forbidden)]
    public async Task The_scopes_of_the_option_open_the_v2_api(SandboxOAuthScopes scopes, string scope, HttpStatusCode status)
    {
        var (sandbox, client, member) = await StartWithMemberAsync(v2: new SandboxV2Options { OAuthScopes = scopes });
        var token = await PostAsync(
            client, "v1/oauth/token", $"grant_type=client_credentials&scope={scope}", "application/x-www-form-urlencoded");
        var other = Client(sandbox, withKeys: false);
        other.DefaultRequestHeaders.Add("Authorization", $"Bearer {token.Json["access_token"]}");

        Assert.Equal(status, (await GetAsync(other, PathOf(member))).Status);
    }
}
