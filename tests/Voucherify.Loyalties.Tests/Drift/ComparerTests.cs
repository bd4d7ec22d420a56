using System.Text.Json.Nodes;
using static Voucherify.Loyalties.Tests.Drift.DriftFixture;

namespace Voucherify.Loyalties.Tests.Drift;

public sealed class ComparerTests
{
    private const string Path = "#/paths/~1v1~1cards~1{cardId}";
    private const string Schemas = "#/components/schemas";

    [Fact]
    public void Equal_documents_have_no_differences() => Assert.Empty(Compare());

    [Fact]
    public void Schema_names_descriptions_and_examples_are_not_compared() => Assert.Empty(Compare(ours: document =>
    {
        var schemas = document["components"]!["schemas"]!.AsObject();
        schemas["LoyaltyCard"] = Schema(document, "Card").DeepClone();
        schemas["LoyaltyCard"]!["description"] = "Our own words.";
        schemas["LoyaltyCard"]!["properties"]!["id"]!["example"] = "card_1";
        Operation(document, "get")["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"] = $"{Schemas}/LoyaltyCard";
    }));

    [Fact]
    public void A_new_operation_is_found() => AssertFound(
        "vendor.json#/paths/~1v1~1cards/get",
        "the operation GET /v1/cards is not in ours",
        vendor: document => document["paths"]!["/v1/cards"] = new JsonObject { ["get"] = new JsonObject() });

    [Fact]
    public void A_removed_operation_is_found() => AssertFound(
        $"ours{Path}/post",
        "the operation POST /v1/cards/{cardId} is only in ours",
        vendor: document => document["paths"]!["/v1/cards/{cardId}"]!.AsObject().Remove("post"));

    [Fact]
    public void A_new_parameter_is_found() => AssertFound(
        $"vendor.json{Path}/get/parameters/2",
        "GET /v1/cards/{cardId} has no query parameter 'page' in ours",
        vendor: document => Operation(document, "get")["parameters"]!.AsArray().Add(Node("""{ "name": "page", "in": "query" }""")));

    [Fact]
    public void A_removed_parameter_is_found() => AssertFound(
        $"ours{Path}/get/parameters/0",
        "only in ours GET /v1/cards/{cardId} has the query parameter 'limit'",
        vendor: document => Operation(document, "get")["parameters"]!.AsArray().RemoveAt(0));

    [Fact]
    public void A_parameter_that_becomes_required_is_found() => AssertFound(
        $"vendor.json{Path}/get/parameters/0",
        "it is required, in ours it is optional",
        vendor: document => Operation(document, "get")["parameters"]![0]!["required"] = true);

    [Fact]
    public void A_new_value_of_a_parameter_is_found() => AssertFound(
        $"vendor.json{Path}/get/parameters/1/schema/enum",
        $"the value 'name' is not in our {Path}/get/parameters/1/schema",
        vendor: document => Operation(document, "get")["parameters"]![1]!["schema"]!["enum"]!.AsArray().Add("name"));

    [Fact]
    public void Changed_credentials_are_found() => AssertFound(
        $"vendor.json{Path}/get",
        "the credentials are Key or OAuth (cards, points), in ours Key or OAuth (cards)",
        vendor: document => Operation(document, "get")["security"]![1]!["OAuth"]!.AsArray().Add("points"));

    [Fact]
    public void A_new_property_is_reported_once_at_any_depth() => AssertFound(
        $"vendor.json{Schemas}/Card/properties/balance",
        "the property is not in our Card",
        vendor: document => Property(document, "Card", "balance", """{ "type": "integer" }"""));

    [Fact]
    public void A_property_inside_a_branch_is_found() => AssertFound(
        $"vendor.json{Schemas}/ByCode/allOf/0/properties/pin",
        "the property is not in our Change",
        vendor: document => Schema(document, "ByCode")["allOf"]![0]!["properties"]!["pin"] = Node("""{ "type": "string" }"""));

    [Fact]
    public void A_property_that_a_request_no_longer_has_is_found() => AssertFound(
        $"ours{Schemas}/Change/properties/day",
        "the property is only in ours",
        vendor: document => Schema(document, "Change")["properties"]!.AsObject().Remove("day"));

    [Fact]
    public void A_property_that_a_response_no_longer_has_is_found() => AssertFound(
        $"ours{Schemas}/Card/properties/kind",
        "the property is only in ours",
        vendor: document => Schema(document, "Card")["properties"]!.AsObject().Remove("kind"));

    [Fact]
    public void A_response_schema_of_ours_may_stand_for_several_of_the_vendor() => Assert.Empty(Compare(vendor: document =>
    {
        var schemas = document["components"]!["schemas"]!.AsObject();
        schemas["SmallCard"] = Schema(document, "Card").DeepClone();
        schemas["SmallCard"]!["properties"]!.AsObject().Remove("kind");
        Operation(document, "post")["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"] = $"{Schemas}/SmallCard";
    }));

    [Theory]
    [InlineData("""{ "type": "string" }""", "the type is string, in our Change integer")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" } }""", "the type is array, in our Change integer")]
    public void A_changed_type_is_found(string schema, string what) => AssertFound(
        $"vendor.json{Schemas}/Change/properties/points",
        what,
        vendor: document => Property(document, "Change", "points", schema));

    [Fact]
    public void A_changed_format_is_found() => AssertFound(
        $"vendor.json{Schemas}/Change/properties/day",
        "the type is date-time, in our Change date",
        vendor: document => Property(document, "Change", "day", """{ "type": "string", "format": "date-time" }"""));

    [Fact]
    public void Raw_JSON_in_ours_is_a_difference() => AssertFound(
        $"vendor.json{Schemas}/Card",
        "the type is object, in our Card anything",
        ours: document => Property(document, "Card", "parent", """{ "x-raw-json": true }"""));

    [Fact]
    public void A_new_value_is_found_in_requests_and_responses()
    {
        AssertFound(
            $"vendor.json{Schemas}/Change/properties/kind/enum",
            "the value 'SET' is not in our Change",
            vendor: document => AddValue(document, "Change", "SET"));
        AssertFound(
            $"vendor.json{Schemas}/Card/properties/kind/enum",
            "the value 'COUPON' is not in our Card",
            vendor: document => AddValue(document, "Card", "COUPON"));
        AssertFound(
            $"ours{Schemas}/Change/properties/kind/enum",
            "the value 'SET' is only in ours",
            ours: document => AddValue(document, "Change", "SET"));
    }

    [Fact]
    public void Required_members_of_a_request_are_compared()
    {
        AssertFound(
            $"vendor.json{Schemas}/Change/properties/day",
            "it is required, in ours it is optional",
            vendor: document => Schema(document, "Change")["required"]!.AsArray().Add("day"));
        AssertFound(
            $"vendor.json{Schemas}/Change/properties/points",
            "it is optional, in ours it is required",
            vendor: document => Schema(document, "Change").AsObject().Remove("required"));
    }

    [Fact]
    public void Required_members_of_a_response_are_not_compared() =>
        Assert.Empty(Compare(ours: document => Schema(document, "Card").AsObject().Remove("required")));

    [Fact]
    public void A_marker_in_a_response_may_be_a_plain_string() =>
        Assert.Empty(Compare(ours: document => Property(document, "Card", "object", """{ "type": "string" }""")));

    [Fact]
    public void Schemas_read_by_hand_are_compared_with_the_vendor_schemas_they_name()
    {
        void Event(JsonNode document) => document["components"]!["schemas"]!["CardEvent"] = Node("""
            {
              "type": "object",
              "properties": { "code": { "type": "string" } },
              "x-vendor-schemas": [ "vendor.json#/components/schemas/ByCode" ]
            }
            """);

        Assert.Empty(Compare(ours: Event));
        AssertFound(
            $"vendor.json{Schemas}/ByCode/allOf/0/properties/code",
            "the type is integer, in our CardEvent string",
            vendor: document =>
            {
                Schema(document, "ByCode")["allOf"]![0]!["properties"]!["code"]!["type"] = "integer";
                Operation(document, "post").AsObject().Remove("requestBody");
            },
            ours: document =>
            {
                Event(document);
                Operation(document, "post").AsObject().Remove("requestBody");
            });
        AssertFound(
            $"ours{Schemas}/CardEvent",
            "the vendor's schema vendor.json#/components/schemas/ByCode is gone",
            vendor: document =>
            {
                document["components"]!["schemas"]!.AsObject().Remove("ByCode");
                Operation(document, "post").AsObject().Remove("requestBody");
            },
            ours: document =>
            {
                Event(document);
                Operation(document, "post").AsObject().Remove("requestBody");
            });
    }

    [Fact]
    public void An_event_that_no_schema_of_ours_names_is_found()
    {
        void Event(JsonNode document) => document["webhooks"] = Node("""
            {
              "EVENTS.CARD.CREATED": {
                "post": {
                  "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/ByCode" } } } }
                }
              }
            }
            """);

        AssertFound($"vendor.json{Schemas}/ByCode", "the event EVENTS.CARD.CREATED is not in ours", vendor: Event);
        Assert.Empty(Compare(
            vendor: Event,
            ours: document => document["components"]!["schemas"]!["CardEvent"] = Node("""
                {
                  "type": "object",
                  "properties": { "code": { "type": "string" } },
                  "x-vendor-schemas": [ "vendor.json#/components/schemas/ByCode" ]
                }
                """)));
    }

    [Fact]
    public void An_added_or_removed_response_is_found()
    {
        AssertFound(
            $"vendor.json{Path}/get/responses/404",
            "the response 404 is not in ours",
            ours: document => Operation(document, "get")["responses"]!.AsObject().Remove("404"));
        AssertFound(
            $"ours{Path}/get/responses/409",
            "the response 409 is only in ours",
            ours: document => Operation(document, "get")["responses"]!["409"] = new JsonObject());
        Assert.Empty(Compare(ours: document => Operation(document, "get")["responses"]!["429"] = new JsonObject()));
    }

    [Fact]
    public void An_added_or_removed_body_is_found()
    {
        AssertFound(
            $"vendor.json{Path}/post/requestBody",
            "the request body as application/json is not in ours",
            ours: document => Operation(document, "post").AsObject().Remove("requestBody"));
        AssertFound(
            $"ours{Path}/post/requestBody",
            "the request body as application/json is only in ours",
            vendor: document => Operation(document, "post").AsObject().Remove("requestBody"));
    }

    private static void AssertFound(string pointer, string what, Action<JsonNode>? vendor = null, Action<JsonNode>? ours = null)
    {
        var difference = Assert.Single(Compare(vendor, ours));
        Assert.Equal((pointer, what), difference.Key);
        Assert.NotEmpty(difference.Advice);
    }

    private static void Property(JsonNode document, string schema, string name, string value) =>
        Schema(document, schema)["properties"]![name] = Node(value);

    private static void AddValue(JsonNode document, string schema, string value) =>
        Schema(document, schema)["properties"]!["kind"]!["enum"]!.AsArray().Add(value);

    private static JsonNode Node(string json) => JsonNode.Parse(json)!;
}
