using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task A_customer_is_created_updated_and_deleted()
    {
        var (_, client) = await StartAsync();

        var created = await PostAsync(
            client, "v1/customers", """{"source_id":"shop-7","name":"Anna","email":"anna@example.com","metadata":{"a":1}}""");
        Assert.Matches("^cust_[a-zA-Z0-9]{24}$", (string?)created.Json["id"]);
        Assert.Equal(("Anna", "2024-05-15T12:00:00.000Z"), ((string?)created.Json["name"], (string?)created.Json["created_at"]));

        Time.Advance(TimeSpan.FromSeconds(1));
        var updated = await PostAsync(client, "v1/customers", """{"source_id":"shop-7","phone":"1","metadata":{"b":2}}""");
        Assert.Equal((string?)created.Json["id"], (string?)updated.Json["id"]);
        Assert.Equal("""{"a":1,"b":2}""", updated.Json["metadata"]!.ToJsonString());
        Assert.Equal(("Anna", "1"), ((string?)updated.Json["name"], (string?)updated.Json["phone"]));

        var put = await SendAsync(client, HttpMethod.Put, $"v1/customers/{created.Json["id"]}", """{"name":"Ann"}""");
        Assert.Equal("Ann", (string?)put.Json["name"]);
        Assert.Equal("Ann", (string?)(await GetAsync(client, "v1/customers/shop-7")).Json["name"]);
        Assert.Equal(
            ["customer.updated", "customer.updated", "customer.created"],
            (await GetAsync(client, "v1/customers/shop-7/activity")).Data.Select(row => (string?)row["type"]));

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(client, HttpMethod.Delete, "v1/customers/shop-7")).Status);
        Assert.Equal("404 not_found", KeyOf(await GetAsync(client, "v1/customers/shop-7")));
        Assert.Equal("404 not_found", KeyOf(await PostAsync(client, "v1/customers", """{"id":"cust_0"}""")));
    }

    [Fact]
    public async Task An_order_is_created_and_updated_by_its_source_id()
    {
        var (_, client) = await StartAsync();

        var created = await PostAsync(
            client,
            "v1/orders",
            """
            {"source_id":"order-1","amount":12500,"discount_amount":500,"customer":{"source_id":"shop-7"},
             "items":[{"product_id":"prod_1","quantity":2,"price":6250}]}
            """);
        Assert.Equal(
            ("CREATED", 12500, 12000),
            ((string?)created.Json["status"], (int)created.Json["amount"]!, (int)created.Json["total_amount"]!));
        Assert.Equal("prod_1", (string?)created.Json["items"]![0]!["product_id"]);
        Assert.Equal((string?)created.Json["customer_id"], (string?)created.Json["customer"]!["id"]);

        var paid = await PostAsync(client, "v1/orders", """{"source_id":"order-1","status":"PAID"}""");
        Assert.Equal((string?)created.Json["id"], (string?)paid.Json["id"]);
        Assert.Equal(("PAID", 12500), ((string?)paid.Json["status"], (int)paid.Json["amount"]!));

        Assert.Equal("FULFILLED", (string?)(await SendAsync(
            client, HttpMethod.Put, $"v1/orders/{created.Json["id"]}", """{"status":"FULFILLED"}""")).Json["status"]);
        Assert.Equal("FULFILLED", (string?)(await GetAsync(client, "v1/orders/order-1")).Json["status"]);
        Assert.Equal("404 not_found", KeyOf(await GetAsync(client, "v1/orders/order-2")));
        Assert.Equal("400 invalid_payload", KeyOf(await PostAsync(client, "v1/orders", """{"status":"LOST"}""")));
    }

    [Theory]
    [InlineData(SandboxPolicy.Reject, 1)]
    [InlineData(SandboxPolicy.Accept, 2)]
    public async Task A_paid_order_earns_points_by_the_rule_of_the_program(SandboxPolicy repeated, int times)
    {
        var (sandbox, client, member) = await StartWithMemberAsync(v2: new SandboxV2Options { RepeatedPaidOrder = repeated });

        await PostAsync(client, "v1/orders", """{"source_id":"order-1","amount":12599,"customer":{"source_id":"shop-42"}}""");
        Assert.Empty(sandbox.Journal);

        const string Paid = """{"source_id":"order-1","status":"PAID"}""";
        await PostAsync(client, "v1/orders", Paid);
        await PostAsync(client, "v1/orders", Paid);

        Assert.Equal(125 * times, sandbox.V2.GetCard(member.CardId).Balance);
        var row = (await CardTransactionsAsync(client, member)).Data[0];
        Assert.Equal(("POINTS_EARNED", "APPROVED"), ((string?)row["type"], (string?)row["status"]));
        Assert.Equal("Loyalty Program / Loyalty Program rule", (string?)row["details"]!["reason"]);
        Assert.Equal(member.Id, (string?)row["details"]!["metadata"]!["member_id"]);
        Assert.Matches("^evcus_[0-9a-f]{18}$", (string?)row["details"]!["metadata"]!["event_id"]);
        Assert.Null(sandbox.Journal[0].Reason);
    }

    [Fact]
    public async Task Only_active_members_earn_points()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        await PostAsync(client, PathOf(member) + "/deactivate", "");

        await PostAsync(client, "v1/orders", """{"status":"PAID","amount":12500,"customer":{"source_id":"shop-42"}}""");

        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public async Task A_custom_event_earns_points_and_is_an_activity_of_its_customer()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        var schema = sandbox.V2.AddEvent("review");
        var definition = DefinitionOf(await AdjustCardAsync(client, member, 1));
        await AddRuleAsync(
            client,
            member,
            $$"""{"event":"customer.custom_event","custom_event":{"schema_id":"{{schema}}"} }""",
            $$"""
            {"effects":[{"type":"POINTS_PROPORTIONAL","points_proportional":{"calculation_type":"CUSTOM_EVENT_METADATA_VALUE",
              "card_definition_id":"{{definition}}","custom_event":{"metadata":{"property":"stars","every":1,"value":10} } } }]}
            """);
        const string Review = """{"event":"review","customer":{"source_id":"shop-42"},"metadata":{"stars":4}}""";

        var response = await PostAsync(client, "v1/events", Review);

        Assert.Equal(("event", "review"), ((string?)response.Json["object"], (string?)response.Json["type"]));
        Assert.Equal(41, sandbox.V2.GetCard(member.CardId).Balance);
        var activity = (await GetAsync(client, "v1/customers/shop-42/activity?type=customer.custom_event")).Data;
        Assert.Equal(4, (int)Assert.Single(activity)["data"]!["event"]!["metadata"]!["stars"]!);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"event":"review"}""")]
    [InlineData("""{"event":"unknown","customer":{"source_id":"shop-42"}}""")]
    public async Task Invalid_events_are_refused(string body)
    {
        var (sandbox, client, _) = await StartWithMemberAsync();
        sandbox.V2.AddEvent("review");

        Assert.Equal("400 invalid_payload", KeyOf(await PostAsync(client, "v1/events", body)));
    }

    [Fact]
    public async Task An_unknown_event_can_be_accepted()
    {
        var (_, client, _) = await StartWithMemberAsync(v2: new SandboxV2Options { UnknownEvent = SandboxPolicy.Accept });

        var response = await PostAsync(client, "v1/events", """{"event":"unknown","customer":{"source_id":"shop-42"}}""");

        Assert.Equal(HttpStatusCode.OK, response.Status);
    }

    private static string DefinitionOf(ReceivedResponse adjusted) => (string)adjusted.Json["transaction"]!["card_definition_id"]!;

    /// <summary>Adds an active rule to the program of a member.</summary>
    private static async Task<string> AddRuleAsync(
        HttpClient client,
        SandboxMember member,
        string trigger,
        string earning,
        string more = "")
    {
        var rule = await PostAsync(
            client,
            "v2/loyalties/earning-rules",
            $$"""{"name":"Another rule","status":"ACTIVE","trigger":{{trigger}},"earnings":[{{earning}}]{{more}} }""");
        Assert.True(rule.Status == HttpStatusCode.OK, rule.Body);
        var id = (string)rule.Json["id"]!;
        var assigned = await PostAsync(
            client, $"{Programs}/{member.ProgramId}/earning-rules/batch", $$"""{"assign":[{"id":"{{id}}"}]}""");
        Assert.True(assigned.Status == HttpStatusCode.OK, assigned.Body);
        return id;
    }
}
