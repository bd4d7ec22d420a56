using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Emit;

namespace Voucherify.Loyalties.Tests.CodeGen;

public sealed class DocumentRuleTests
{
    private const string Thing = "#/paths/~1v1~1things~1{thingId}/get";

    [Fact]
    public void The_fixture_breaks_no_rule() => Assert.NotEmpty(Generate(_ => { }).Files);

    [Fact]
    public void A_document_that_is_not_JSON_is_refused() =>
        Assert.Contains("not JSON", Assert.Throws<DocumentException>(() => DocumentReader.Read("{")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_document_of_another_version_is_refused() =>
        Refused("#/openapi", "OpenAPI 3.0", document => document["openapi"] = "3.1.0");

    [Fact]
    public void An_operation_without_an_id_is_refused() =>
        Refused(Thing, "operationId", document => Operation(document).Remove("operationId"));

    [Fact]
    public void An_operation_id_that_is_used_twice_is_refused() =>
        Refused(Thing, "used more than once", document => Operation(document)["operationId"] = "list-things");

    [Fact]
    public void An_operation_without_a_tag_is_refused() =>
        Refused($"{Thing}/tags", "exactly one tag", document => Operation(document).Remove("tags"));

    [Fact]
    public void An_operation_without_a_method_name_is_refused() =>
        Refused(Thing, "x-method", document => Operation(document).Remove("x-method"));

    [Fact]
    public void A_method_name_that_is_used_twice_is_refused() =>
        Refused("#/paths/~1v1~1things~1{thingId}/delete/x-method", "x-alias-operation", document =>
            document["paths"]!["/v1/things/{thingId}"]!["delete"]!["x-method"] = "GetThing");

    [Fact]
    public void An_operation_without_an_idempotency_class_is_refused() =>
        Refused($"{Thing}/x-idempotency", "reconciled", document => Operation(document).Remove("x-idempotency"));

    [Fact]
    public void An_unknown_idempotency_class_is_refused() =>
        Refused($"{Thing}/x-idempotency", "harmless-duplicate", document => Operation(document)["x-idempotency"] = "maybe");

    [Fact]
    public void An_unknown_extension_is_refused() =>
        Refused($"{Thing}/x-idempotencey", "Unknown extension", document => Operation(document)["x-idempotencey"] = "safe");

    [Fact]
    public void An_alias_of_nothing_is_refused() =>
        Refused($"{Thing}/x-alias-operation", "no operation 'nothing'", document => Operation(document)["x-alias-operation"] = "nothing");

    [Fact]
    public void An_unknown_paging_style_is_refused() =>
        Refused($"{Thing}/x-paging", "'cursor' or 'page'", document => Operation(document)["x-paging"] = new JsonObject { ["style"] = "scroll" });

    [Fact]
    public void Paging_over_a_member_that_is_no_list_is_refused() =>
        Refused("#/paths/~1v1~1owners/get/x-paging", "no list 'total'", document =>
            document["paths"]!["/v1/owners"]!["get"]!["x-paging"]!["items"] = "total");

    [Fact]
    public void A_place_to_sequence_by_that_is_neither_path_nor_body_is_refused() =>
        Refused($"{Thing}/x-sequenced-by", "path:memberId", document => Operation(document)["x-sequenced-by"] = new JsonArray("query:x"));

    [Fact]
    public void A_conditional_operation_that_does_not_say_what_a_repeat_answers_is_refused() =>
        Refused(Thing, "x-already-done", document => Operation(document)["x-idempotency"] = "conditional");

    [Fact]
    public void A_change_that_nothing_in_the_document_shows_is_refused() =>
        Refused($"{Thing}/x-shown-by", "no operation 'nothing'", document => Operation(document)["x-shown-by"] = "nothing");

    [Fact]
    public void A_proof_that_is_no_member_of_the_answer_is_refused() =>
        Refused($"{Thing}/x-proof", "no member 'nothing'", document => Operation(document)["x-proof"] = "nothing");

    [Fact]
    public void A_route_to_the_same_is_named_and_not_called()
    {
        var files = Generate(_ => { }).Files;

        Assert.Contains("Calls <c>get-thing</c>, never its other route <c>get-thing-alias</c>.", files["Clients/IThingsClient.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("thing-aliases", files["Api/IThingsApi.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IOwnersClient", "refuses a repeat with <c>already_greeted</c>")]
    [InlineData("IOwnersClient", "look at <c>Owners.ListOwnersAsync</c> before you call again")]
    [InlineData("IOwnersClient", "carries a <c>source_id</c>")]
    [InlineData("IThingsClient", "a repeat ends in the same state")]
    public void Every_change_says_what_is_promised(string client, string words) =>
        Assert.Contains(words, Generate(_ => { }).Files[$"Clients/{client}.g.cs"], StringComparison.Ordinal);

    [Theory]
    [InlineData("static answer => answer.Id is not null, new CallSubject(memberId, campaignId, Adjustment: null)")]
    [InlineData("LoyaltyJson.Default.Thing, null, new CallSubject(memberId, campaignId, Adjustment: null)")]
    [InlineData("            new CallSubject(memberId, null, Adjustment: null), options")]
    public void Every_change_of_a_member_tells_the_transport_whom_it_is_about(string code) =>
        Assert.Contains(code, Generate(_ => { }).Files["Clients/OwnersClient.g.cs"], StringComparison.Ordinal);

    [Fact]
    public void A_member_can_have_a_name_that_the_wire_does_not_know() =>
        Assert.Contains("[JsonPropertyName(\"owner_ref\")]\n    public string? Reference", Generate(_ => { }).Files["Models/Owner.g.cs"], StringComparison.Ordinal);

    [Fact]
    public void Schema_names_that_differ_in_case_only_are_refused() =>
        Refused("#/components/schemas/THING", "clashes with 'Thing'", document =>
            Schemas(document)["THING"] = Schemas(document)["Owner"]!.DeepClone());

    [Fact]
    public void A_schema_with_the_name_of_a_hand_written_type_is_refused() =>
        Refused("#/components/schemas/RequestOptions", "hand-written", document =>
            Schemas(document)["RequestOptions"] = Schemas(document)["Owner"]!.DeepClone());

    [Fact]
    public void A_schema_name_that_is_no_type_name_is_refused() =>
        Refused("#/components/schemas/my-thing", "PascalCase", document =>
            Schemas(document)["my-thing"] = Schemas(document)["Owner"]!.DeepClone());

    [Fact]
    public void An_inline_schema_that_would_take_the_name_of_a_component_is_refused() =>
        Refused("#/components/schemas/Thing/properties/color", "make it a component", document =>
            Schemas(document)["ThingColor"] = Schemas(document)["Owner"]!.DeepClone());

    [Fact]
    public void Enum_values_with_the_same_name_are_refused() =>
        Refused("#/components/schemas/Thing/properties/color/enum", "x-enum-names", document =>
            Schemas(document)["Thing"]!["properties"]!["color"]!["enum"]!.AsArray().Add("dark_blue"));

    [Fact]
    public void Members_with_the_same_name_are_refused() =>
        Refused("#/components/schemas/Owner", "same C# name", document =>
            Schemas(document)["Owner"]!["properties"]!["ID"] = Schemas(document)["Owner"]!["properties"]!["id"]!.DeepClone());

    [Fact]
    public void An_unsupported_keyword_is_refused() =>
        Refused("#/components/schemas/Owner/not", "not supported", document => Schemas(document)["Owner"]!["not"] = new JsonObject());

    [Fact]
    public void An_unsupported_format_is_refused() =>
        Refused("#/components/schemas/Owner/properties/id/format", "'byte'", document =>
            Schemas(document)["Owner"]!["properties"]!["id"]!["format"] = "byte");

    [Fact]
    public void An_unsupported_content_type_is_refused() =>
        Refused("#/paths/~1v1~1things/post/requestBody/content/text~1xml", "application/json", document =>
        {
            var content = document["paths"]!["/v1/things"]!["post"]!["requestBody"]!["content"]!.AsObject();
            content["text/xml"] = content["application/json"]!.DeepClone();
            content.Remove("application/json");
        });

    [Fact]
    public void An_answer_that_is_no_object_and_no_array_is_refused() =>
        Refused($"{Thing}/responses/200/content", "object or an array", document =>
            Operation(document)["responses"]!["200"]!["content"]!["application/json"]!["schema"] = new JsonObject { ["type"] = "string" });

    [Fact]
    public void Unwrapping_what_is_sent_as_JSON_is_refused() =>
        Refused("#/components/schemas/Thing/properties/inline/x-unwrap", "Only a schema for a query", document =>
            Schemas(document)["Thing"]!["properties"]!["inline"]!["x-unwrap"] = true);

    [Theory]
    [InlineData("Owner")]
    [InlineData("Animal")]
    [InlineData("CreateThingRequest")]
    public void Keeping_the_JSON_of_an_item_or_a_body_is_refused(string schema) =>
        Refused($"#/components/schemas/{schema}/x-keep-raw", "Only the value of a member", document => Schemas(document)[schema]!["x-keep-raw"] = true);

    [Fact]
    public void A_type_that_falls_back_to_raw_JSON_is_reported()
    {
        var fallback = Assert.Single(Generate(_ => { }).Fallbacks);

        Assert.Equal("#/components/schemas/Thing/properties/anything", fallback.Pointer);
    }

    private static void Refused(string pointer, string message, Action<JsonNode> change)
    {
        var problems = Assert.Throws<DocumentException>(() => Generate(change)).Problems;

        Assert.Contains(problems, problem => problem.Pointer == pointer && problem.Message.Contains(message, StringComparison.Ordinal));
    }

    private static Generator.Output Generate(Action<JsonNode> change)
    {
        var document = JsonNode.Parse(Documents.Fixture)!;
        change(document);
        return Generator.Generate(document.ToJsonString(), Documents.FixtureNamespace);
    }

    private static JsonObject Operation(JsonNode document) => document["paths"]!["/v1/things/{thingId}"]!["get"]!.AsObject();

    private static JsonObject Schemas(JsonNode document) => document["components"]!["schemas"]!.AsObject();
}
