using System.Net;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string Definitions = "v2/loyalties/card-definitions";

    private static readonly (string Path, string Body)[] Kinds =
    [
        (Definitions, """{"name":"N","type":"INDIVIDUAL"}"""),
        (
            "v2/loyalties/earning-rules",
            """
            {"name":"N","trigger":{"event":"customer.order.paid"},
             "earnings":[{"effects":[{"type":"POINTS","points":{"value":1,"card_definition_id":"lcdef_1"} }]}]}
            """),
        (
            "v2/loyalties/rewards",
            """
            {"name":"N","type":"MATERIAL","material":{"type":"PRODUCT","product":{"id":"prod_1"} },
             "costs":[{"spending":[{"points":5,"card_definition_id":"lcdef_1"}]}]}
            """),
        ("v2/loyalties/tier-structures", """{"name":"N","type":"POINT_BALANCE","point_balance":{"card_definition_id":"lcdef_1"} }"""),
        (Programs, """{"name":"N"}"""),
    ];

    public static TheoryData<string> ConfigurationPaths => [.. Kinds.Select(kind => kind.Path)];

    private static string BodyFor(string path) => Kinds.First(kind => kind.Path == path).Body;

    private static async Task<string> CreateAsync(HttpClient client, string path, string? more = null)
    {
        var body = JsonNode.Parse(BodyFor(path))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(more ?? "{}")!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        var response = await PostAsync(client, path, body.ToJsonString());
        Assert.True(response.Status == HttpStatusCode.OK, response.Body);
        return (string)response.Json["id"]!;
    }

    [Fact]
    public async Task A_card_definition_has_every_section_with_its_defaults()
    {
        var (_, client) = await StartAsync();

        var response = await PostAsync(
            client, Definitions, """{"name":"Card","type":"INDIVIDUAL","code_config":{"length":4,"prefix":"C-"} }""");

        AssertJson(
            $$$"""
            {"id":"{{{response.Json["id"]}}}","name":"Card","status":"DRAFT","type":"INDIVIDUAL",
             "code_config":{"pattern":"####","length":4,"charset":"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
               "prefix":"C-","postfix":""},
             "points_expiration":{"type":"NO_EXPIRATION"},"pending_points":{"type":"IMMEDIATE"},
             "earning_limits":{"global":{"type":"NO_LIMIT","limits":[]},"transactions":{"type":"NO_LIMIT","limits":[]} },
             "spending_limits":{"global":{"type":"NO_LIMIT","limits":[]},"transactions":{"type":"NO_LIMIT","limits":[]} },
             "refunds":{"spent_points":{"type":"NONE","methods":[]},"earned_points":{"type":"NONE","methods":[]} },
             "balance_settings":{"allow_negative":false},"pay_with_points":{"type":"NO_PAYMENTS"},"metadata":{},
             "created_at":"2024-05-15T12:00:00.000Z","updated_at":null,"object":"card_definition"}
            """,
            response,
            HttpStatusCode.OK);
        Assert.Matches("^lcdef_[0-9a-f]{18}$", (string?)response.Json["id"]);
    }

    [Theory]
    [MemberData(nameof(ConfigurationPaths))]
    public async Task Configuration_is_created_read_listed_changed_and_deleted(string path)
    {
        var (_, client) = await StartAsync();
        var first = await CreateAsync(client, path);
        Time.Advance(TimeSpan.FromSeconds(1));
        var second = await CreateAsync(client, path, """{"name":"M"}""");

        Assert.Equal([second, first], (await GetAsync(client, path)).Ids);
        Assert.Equal([second, first], (await GetAsync(client, path + "?order=name")).Ids);
        Assert.Equal([first], (await GetAsync(client, path + "?filters[name][conditions][$is]=N")).Ids);

        var updated = await SendAsync(client, HttpMethod.Put, $"{path}/{first}", """{"name":"O","metadata":{"a":1} }""");
        Assert.Equal(("O", "2024-05-15T12:00:01.000Z"), ((string?)updated.Json["name"], (string?)updated.Json["updated_at"]));
        Assert.Equal(updated.Body, (await GetAsync(client, $"{path}/{first}")).Body);

        Assert.Equal("DELETED", (string?)(await SendAsync(client, HttpMethod.Delete, $"{path}/{first}")).Json["status"]);
        Assert.Equal("404 not_found", KeyOf(await GetAsync(client, $"{path}/{first}")));
        Assert.Equal("404 not_found", KeyOf(await SendAsync(client, HttpMethod.Delete, $"{path}/{first}")));
        Assert.Equal([second], (await GetAsync(client, path)).Ids);
        Assert.Equal("400 invalid_payload", KeyOf(await PostAsync(client, path, """{"nam":"N"}""")));
        Assert.Equal("400 invalid_payload", KeyOf(await PostAsync(client, path, "{}")));
    }

    [Theory]
    [InlineData(Definitions, 400)]
    [InlineData("v2/loyalties/earning-rules", 400)]
    [InlineData("v2/loyalties/rewards", 409)]
    [InlineData("v2/loyalties/tier-structures", 409)]
    public async Task Configuration_changes_only_to_some_states(string path, int status)
    {
        var (_, client) = await StartAsync(new LoyaltySandboxOptions
        {
            TimeProvider = Time,
            V2 = new SandboxV2Options { StateTransitionStatus = status },
        });
        var id = await CreateAsync(client, path);
        async Task<string> ChangeAsync(string action)
        {
            var response = await PostAsync(client, $"{path}/{id}/{action}", "");
            return response.Status == HttpStatusCode.OK ? (string)response.Json["status"]! : KeyOf(response);
        }

        Assert.Equal($"{status} invalid_state_transition", await ChangeAsync("draft"));
        Assert.Equal("ACTIVE", await ChangeAsync("activate"));
        Assert.Equal($"{status} invalid_state_transition", await ChangeAsync("activate"));
        Assert.Equal("400 invalid_payload", KeyOf(await SendAsync(client, HttpMethod.Put, $"{path}/{id}", """{"type":"INDIVIDUAL"}""")));
        Assert.Equal("DRAFT", await ChangeAsync("draft"));
        if (path != Definitions)
        {
            Assert.Equal("ACTIVE", await ChangeAsync("activate"));
            Assert.Equal("INACTIVE", await ChangeAsync("deactivate"));
            Assert.Equal($"{status} invalid_state_transition", await ChangeAsync("draft"));
            Assert.Equal("ACTIVE", await ChangeAsync("activate"));
        }
    }

    [Fact]
    public async Task The_parts_of_a_rule_and_of_a_reward_get_ids_and_keep_them()
    {
        var (_, client) = await StartAsync();
        var rule = await CreateAsync(client, "v2/loyalties/earning-rules");
        var earning = (await GetAsync(client, $"v2/loyalties/earning-rules/{rule}")).Json["earnings"]![0]!;
        Assert.Matches("^lernei_[0-9a-f]{18}$", (string?)earning["id"]);

        var update = new JsonObject { ["earnings"] = new JsonArray(earning.DeepClone(), WithoutId(earning)) };
        var earnings = (await SendAsync(
            client, HttpMethod.Put, $"v2/loyalties/earning-rules/{rule}", update.ToJsonString())).Json["earnings"]!.AsArray();
        Assert.Equal((string?)earning["id"], (string?)earnings[0]!["id"]);
        Assert.NotEqual((string?)earning["id"], (string?)earnings[1]!["id"]);

        var reward = await CreateAsync(client, "v2/loyalties/rewards");
        var cost = (await GetAsync(client, $"v2/loyalties/rewards/{reward}")).Json["costs"]![0]!;
        Assert.Matches("^lrcst_[0-9a-f]{18}$", (string?)cost["id"]);
        Assert.Matches("^lrspn_[0-9a-f]{18}$", (string?)cost["spending"]![0]!["id"]);
    }

    [Theory]
    [InlineData("""{"points_expiration":{"type":"ROLLING_EXPIRATION"} }""")]
    [InlineData("""{"points_expiration":{"type":"NEVER"} }""")]
    [InlineData("""{"pending_points":{"type":"IMMEDIATE","period_based":{} } }""")]
    [InlineData("""{"metadata":5}""")]
    [InlineData("""{"status":"INACTIVE"}""")]
    [InlineData("""
        {"balance_settings":{"allow_negative":true},
         "points_expiration":{"type":"ROLLING_EXPIRATION","rolling_expiration":{"period":{"unit":"DAY","value":1} } } }
        """)]
    public async Task Invalid_sections_of_a_card_definition_are_refused(string more)
    {
        var (_, client) = await StartAsync();
        var body = JsonNode.Parse(BodyFor(Definitions))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        Assert.Equal("400 invalid_payload", KeyOf(await PostAsync(client, Definitions, body.ToJsonString())));
    }

    [Fact]
    public async Task An_active_program_needs_an_active_card_definition_and_an_active_rule()
    {
        var (_, client) = await StartAsync();
        var definition = await CreateAsync(client, Definitions, """{"status":"ACTIVE"}""");
        var rule = await CreateAsync(client, "v2/loyalties/earning-rules", """{"status":"ACTIVE"}""");
        var program = await CreateAsync(client, Programs);
        Task<ReceivedResponse> AssignAsync(string name, string id) =>
            PostAsync(client, $"{Programs}/{program}/{name}/batch", $$"""{"assign":[{"id":"{{id}}"}]}""");
        Task<ReceivedResponse> ActivateAsync() => PostAsync(client, $"{Programs}/{program}/activate", "");

        Assert.Equal("423 missing_active_card_definition", KeyOf(await ActivateAsync()));
        var assigned = await AssignAsync("card-definitions", definition);
        Assert.Equal(definition, (string?)assigned.Json["assigned"]![0]!["card_definition_id"]);
        Assert.Null(assigned.Json["unassigned"]);
        Assert.Equal("423 missing_active_earning_rule", KeyOf(await ActivateAsync()));
        await AssignAsync("earning-rules", rule);
        Assert.Equal("ACTIVE", (string?)(await ActivateAsync()).Json["status"]);

        Assert.Equal("400 invalid_state_transition", KeyOf(await ActivateAsync()));
        Assert.Equal("423 non_draft_program", KeyOf(await AssignAsync("card-definitions", await CreateAsync(client, Definitions))));
        Assert.Equal("400 resource_in_use", KeyOf(await SendAsync(client, HttpMethod.Delete, $"{Definitions}/{definition}")));
        Assert.Equal("423 connected_non_draft_program", KeyOf(await PostAsync(client, $"{Definitions}/{definition}/draft", "")));
        Assert.Equal("423 missing_active_earning_rule", KeyOf(await PostAsync(
            client, $"{Programs}/{program}/earning-rules/batch", $$"""{"unassign":[{"id":"{{rule}}"}]}""")));
        Assert.Equal("INACTIVE", (string?)(await PostAsync(client, $"{Programs}/{program}/deactivate", "")).Json["status"]);
    }

    [Fact]
    public async Task A_program_is_created_together_with_what_it_consists_of()
    {
        var (_, client) = await StartAsync();
        var reward = await CreateAsync(client, "v2/loyalties/rewards");

        var response = await PostAsync(
            client, Programs, $$"""{"name":"N","rewards":[{"id":"{{reward}}","stock":{"type":"LIMITED","limited":{"quantity":5} } }]}""");

        Assert.Equal(("DRAFT", null), ((string?)response.Json["status"], (string?)response.Json["start_date"]));
        Assert.Equal(reward, (string?)response.Json["rewards"]![0]!["id"]);
        Assert.Null(response.Json["earning_rules"]);
        var path = $"{Programs}/{response.Json["id"]}/rewards";
        Assert.Equal("""{"type":"LIMITED","limited":{"quantity":5}}""", (await GetAsync(client, path)).Data[0]["stock"]!.ToJsonString());
        var updated = await SendAsync(client, HttpMethod.Put, $"{path}/{reward}", """{"stock":{"type":"UNLIMITED"} }""");
        Assert.Equal(("UNLIMITED", "program_reward_assignment"), (
            (string?)updated.Json["stock"]!["type"], (string?)updated.Json["object"]));
        Assert.Equal("404 not_found", KeyOf(await PostAsync(client, Programs, """{"name":"N","earning_rules":[{"id":"lern_0"}]}""")));
        Assert.Equal("423 missing_active_card_definition", KeyOf(await PostAsync(client, Programs, """{"name":"N","status":"ACTIVE"}""")));
    }

    [Theory]
    [InlineData(SandboxPolicy.Reject, "409 duplicate_found")]
    [InlineData(SandboxPolicy.Accept, "200 ")]
    public async Task A_repeated_assignment_is_treated_as_the_option_says(SandboxPolicy policy, string expected)
    {
        var (_, client) = await StartAsync(new LoyaltySandboxOptions
        {
            TimeProvider = Time,
            V2 = new SandboxV2Options { RepeatedAssignment = policy },
        });
        var program = await CreateAsync(client, Programs);
        var rule = await CreateAsync(client, "v2/loyalties/earning-rules");
        var body = $$"""{"assign":[{"id":"{{rule}}"}]}""";
        await PostAsync(client, $"{Programs}/{program}/earning-rules/batch", body);

        Assert.Equal(expected, KeyOf(await PostAsync(client, $"{Programs}/{program}/earning-rules/batch", body)));
        Assert.Single((await GetAsync(client, $"{Programs}/{program}/earning-rules")).Data);
    }

    [Fact]
    public async Task A_batch_of_assignments_happens_whole_or_not_at_all()
    {
        var (_, client) = await StartAsync();
        var program = await CreateAsync(client, Programs);
        var structure = await CreateAsync(client, "v2/loyalties/tier-structures");
        var other = await CreateAsync(client, "v2/loyalties/tier-structures");
        var path = $"{Programs}/{program}/tier-structures";
        Task<ReceivedResponse> BatchAsync(string body) => PostAsync(client, path + "/batch", body);

        Assert.Equal("404 not_found", KeyOf(await BatchAsync($$"""{"assign":[{"id":"{{structure}}"},{"id":"lts_0"}]}""")));
        Assert.Empty((await GetAsync(client, path)).Data);
        Assert.Equal("403 tier_structure_assignments_limit_exceeded", KeyOf(await BatchAsync(
            $$"""{"assign":[{"id":"{{structure}}"},{"id":"{{other}}"}]}""")));

        await BatchAsync($$"""{"assign":[{"id":"{{structure}}"}]}""");
        var swapped = await BatchAsync($$"""{"assign":[{"id":"{{other}}"}],"unassign":[{"id":"{{structure}}"}]}""");
        Assert.Equal(structure, (string?)swapped.Json["unassigned"]![0]!["tier_structure_id"]);
        Assert.Equal(other, (string?)Assert.Single((await GetAsync(client, path)).Data)["tier_structure_id"]);
    }

    [Fact]
    public async Task Tiers_are_created_listed_changed_and_deleted()
    {
        var (_, client) = await StartAsync();
        var structure = await CreateAsync(client, "v2/loyalties/tier-structures");
        var path = $"v2/loyalties/tier-structures/{structure}/tiers";

        var tier = await PostAsync(
            client, path, """{"name":"Gold","qualification_rules":{"type":"POINTS","points":{"min_value":500} } }""");
        Assert.Equal(structure, (string?)tier.Json["tier_structure_id"]);
        Assert.Equal(("INHERIT", "tier"), ((string?)tier.Json["downgrade"]!["type"], (string?)tier.Json["object"]));
        Assert.False(tier.Json.ContainsKey("status"));
        var id = (string)tier.Json["id"]!;

        const string Other = """{"qualification_rules":{"type":"POINTS","points":{"min_value":400} } }""";
        Assert.Equal(400, (int)(await SendAsync(client, HttpMethod.Put, $"{path}/{id}", Other))
            .Json["qualification_rules"]!["points"]!["min_value"]!);
        await PostAsync(client, $"v2/loyalties/tier-structures/{structure}/activate", "");
        Assert.Equal("400 invalid_payload", KeyOf(await SendAsync(client, HttpMethod.Put, $"{path}/{id}", Other)));
        Assert.Equal([id], (await GetAsync(client, path)).Ids);
        await SendAsync(client, HttpMethod.Delete, $"{path}/{id}");
        Assert.Empty((await GetAsync(client, path)).Data);
    }

    private static JsonObject WithoutId(JsonNode part)
    {
        var copy = part.DeepClone().AsObject();
        copy.Remove("id");
        return copy;
    }
}
