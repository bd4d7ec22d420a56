using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Emit;

namespace Voucherify.Loyalties.Tests.CodeGen;

public sealed class DocumentRuleTests
{
    private const string Thing = "v1.json#/paths/~1v1~1things~1{thingId}/get";

    [Fact]
    public void The_fixture_breaks_no_rule() => Assert.NotEmpty(Generate(_ => { }).Files);

    [Fact]
    public void A_document_that_is_not_JSON_is_refused() =>
        Assert.Contains(
            "not JSON",
            Assert.Throws<DocumentException>(() => DocumentReader.Read([new(SourceDocument.Platform, "{")])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_document_of_another_version_is_refused() =>
        Refused("v1.json#/openapi", "OpenAPI 3.0", document => document["openapi"] = "3.1.0");

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
        Refused("v1.json#/paths/~1v1~1things~1{thingId}/delete/x-method", "x-alias-operation", document =>
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
    public void A_guarded_operation_needs_a_read()
    {
        Refused($"{Thing}/x-confirm", "needs the operation that reads", document =>
        {
            Operation(document)["x-idempotency"] = "guarded";
            Operation(document)["x-already-done"] = "invalid_state_transition";
        });
        Refused($"{Thing}/x-confirm", "and no other", document => Operation(document)["x-confirm"] = new JsonObject());
    }

    [Fact]
    public void A_reconciled_operation_needs_a_list()
    {
        Refused($"{Thing}/x-reconcile", "needs the operation that lists", document => Operation(document)["x-idempotency"] = "reconciled");
        Refused($"{Thing}/x-reconcile", "and no other", document => Operation(document)["x-reconcile"] = new JsonObject());
    }

    [Fact]
    public void Only_a_deletion_returns_null_when_an_object_is_gone() =>
        Refused($"{Thing}/x-null-when-gone", "idempotent deletion", document => Operation(document)["x-null-when-gone"] = true);

    [Fact]
    public void A_checked_body_needs_a_body() =>
        Refused($"{Thing}/x-check-body", "Only a generated method with a body", document => Operation(document)["x-check-body"] = true);

    [Fact]
    public void A_dry_run_needs_a_method_and_a_hand_written_operation() =>
        Refused($"{Thing}/x-simulate", "A dry run needs", document => Operation(document)["x-simulate"] = new JsonObject
        {
            ["method"] = "SimulateThing",
            ["summary"] = "Simulates.",
        });

    [Fact]
    public void A_result_that_is_not_a_member_of_the_response_is_refused() =>
        Refused($"{Thing}/x-result", "no member 'nothing'", document => Operation(document)["x-result"] = "nothing");

    [Fact]
    public void A_choice_between_members_that_do_not_exist_is_refused() =>
        Refused("v1.json#/components/schemas/Thing/x-choice", "A choice needs a member", document =>
            document["components"]!["schemas"]!["Thing"]!["x-choice"] = JsonNode.Parse(
                """{ "member": "nothing", "values": { "A": ["id"] } }"""));

    [Fact]
    public void An_alias_of_nothing_is_refused() =>
        Refused($"{Thing}/x-alias-operation", "no operation 'nothing'", document => Operation(document)["x-alias-operation"] = "nothing");

    [Fact]
    public void An_unknown_paging_style_is_refused() =>
        Refused($"{Thing}/x-paging", "'cursor' or 'page'", document =>
            Operation(document)["x-paging"] = new JsonObject { ["style"] = "scroll" });

    [Fact]
    public void Paging_over_a_member_that_is_no_list_is_refused() =>
        Refused("platform.json#/paths/~1v1~1owners/get/x-paging", "no list 'total'", document =>
            document["paths"]!["/v1/owners"]!["get"]!["x-paging"]!["items"] = "total");

    [Fact]
    public void An_expiring_cursor_needs_a_page() =>
        Refused("platform.json#/paths/~1v1~1owners/get/x-paging", "no schema with x-page", document =>
            document["paths"]!["/v1/owners"]!["get"]!["x-paging"]!["style"] = "expiring-cursor");

    [Fact]
    public void A_page_without_items_is_refused() =>
        Refused("v1.json#/components/schemas/ThingList/properties/data/items", "needs a list 'data'", document =>
            Schemas(document)["Thing"]!["x-page"] = true);

    [Fact]
    public void A_moves_points_value_that_is_not_a_boolean_is_refused() =>
        Refused($"{Thing}/x-moves-points", "true or false", document => Operation(document)["x-moves-points"] = "maybe");

    [Fact]
    public void An_id_without_a_kind_is_refused() =>
        Refused("v1.json#/components/schemas/ThingId/x-id", "needs a kind", document =>
            Schemas(document)["ThingId"]!["x-id"] = new JsonObject { ["prefix"] = "thing_" });

    [Fact]
    public void An_id_that_is_not_a_string_is_refused() =>
        Refused("v1.json#/components/schemas/ThingId", "plain string", document => Schemas(document)["ThingId"]!["type"] = "integer");

    [Fact]
    public void An_inline_id_is_refused() =>
        Refused("v1.json#/components/schemas/Thing/properties/marker", "is a component", document =>
            Schemas(document)["Thing"]!["properties"]!["marker"] = Schemas(document)["ThingId"]!.DeepClone());

    [Fact]
    public void A_conditional_operation_without_the_error_key_of_a_repeat_is_refused() =>
        Refused(Thing, "x-already-done", document => Operation(document)["x-idempotency"] = "conditional");

    [Fact]
    public void A_shown_by_operation_that_does_not_exist_is_refused() =>
        Refused($"{Thing}/x-shown-by", "no operation 'nothing'", document => Operation(document)["x-shown-by"] = "nothing");

    [Fact]
    public void A_proof_that_is_not_a_member_of_the_response_is_refused() =>
        Refused($"{Thing}/x-proof", "no member 'nothing'", document => Operation(document)["x-proof"] = "nothing");

    [Fact]
    public void An_alias_with_the_same_ids_is_documented_and_never_called()
    {
        var files = Generate(_ => { }).Files;

        Assert.Contains(
            "Calls <c>get-thing</c>. <c>get-thing-alias</c> does the same and is never called.",
            files["V1/Clients/IThingsClient.g.cs"],
            StringComparison.Ordinal);
        Assert.DoesNotContain("thing-aliases", files["V1/Api/IThingsApi.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IGreetingsClient", "refuses a repeat with <c>already_greeted</c>")]
    [InlineData("IGreetingsClient", "the outcome is unknown. Call <c>Owners.ListOwnersAsync</c> to find out")]
    [InlineData("IGreetingsClient", "searches the transactions for the id of the write")]
    [InlineData("IThingsClient", "A repeat leads to the same state")]
    public void Every_write_documents_what_is_promised(string client, string words) =>
        Assert.Contains(words, Generate(_ => { }).Files[$"V1/Clients/{client}.g.cs"], StringComparison.Ordinal);

    [Theory]
    [InlineData("new CardRequest(\n                memberId,\n                campaignId,\n                () => ")]
    [InlineData("            new CardRequest(memberId, campaignId: null, () => ")]
    [InlineData("            new CardRequest(winnerId, campaignId, () => ")]
    public void A_write_on_a_card_names_the_card(string code) =>
        Assert.Contains(code, Generate(_ => { }).Files["V1/Clients/GreetingsClient.g.cs"], StringComparison.Ordinal);

    [Fact]
    public void A_member_can_have_another_name_than_on_the_wire() =>
        Assert.Contains(
            "[JsonPropertyName(\"owner_ref\")]\n    public string? Reference",
            Generate(_ => { }).Files["Platform/Models/Owner.g.cs"],
            StringComparison.Ordinal);

    [Fact]
    public void Schema_names_that_differ_in_case_only_are_refused() =>
        Refused("v1.json#/components/schemas/THING", "clashes with 'Thing'", document =>
            Schemas(document)["THING"] = Schemas(document)["Animal"]!.DeepClone());

    [Fact]
    public void A_schema_with_the_name_of_a_hand_written_type_is_refused() =>
        Refused("v1.json#/components/schemas/RequestOptions", "hand-written", document =>
            Schemas(document)["RequestOptions"] = Schemas(document)["Animal"]!.DeepClone());

    [Fact]
    public void A_schema_name_that_is_not_a_type_name_is_refused() =>
        Refused("v1.json#/components/schemas/my-thing", "PascalCase", document =>
            Schemas(document)["my-thing"] = Schemas(document)["Animal"]!.DeepClone());

    [Fact]
    public void An_inline_schema_that_would_take_the_name_of_a_component_is_refused() =>
        Refused("v1.json#/components/schemas/Thing/properties/color", "Make it a component", document =>
            Schemas(document)["ThingColor"] = Schemas(document)["Animal"]!.DeepClone());

    [Fact]
    public void Enum_values_with_the_same_name_are_refused() =>
        Refused("v1.json#/components/schemas/Thing/properties/color/enum", "x-enum-names", document =>
            Schemas(document)["Thing"]!["properties"]!["color"]!["enum"]!.AsArray().Add("dark_blue"));

    [Fact]
    public void Members_with_the_same_name_are_refused() =>
        Refused("platform.json#/components/schemas/Owner", "same C# name", document =>
            Schemas(document)["Owner"]!["properties"]!["ID"] = Schemas(document)["Owner"]!["properties"]!["id"]!.DeepClone());

    [Fact]
    public void An_unsupported_keyword_is_refused() =>
        Refused("platform.json#/components/schemas/Owner/not", "not supported", document =>
            Schemas(document)["Owner"]!["not"] = new JsonObject());

    [Fact]
    public void An_unsupported_format_is_refused() =>
        Refused("platform.json#/components/schemas/Owner/properties/id/format", "'byte'", document =>
            Schemas(document)["Owner"]!["properties"]!["id"]!["format"] = "byte");

    [Fact]
    public void An_unsupported_content_type_is_refused() =>
        Refused("v1.json#/paths/~1v1~1things/post/requestBody/content/text~1xml", "application/json", document =>
        {
            var content = document["paths"]!["/v1/things"]!["post"]!["requestBody"]!["content"]!.AsObject();
            content["text/xml"] = content["application/json"]!.DeepClone();
            content.Remove("application/json");
        });

    [Fact]
    public void A_response_that_is_neither_an_object_nor_an_array_is_refused() =>
        Refused($"{Thing}/responses/200/content", "object or an array", document =>
            Operation(document)["responses"]!["200"]!["content"]!["application/json"]!["schema"] = new JsonObject { ["type"] = "string" });

    [Fact]
    public void Unwrapping_what_is_sent_as_JSON_is_refused() =>
        Refused("v1.json#/components/schemas/Thing/properties/inline/x-unwrap", "Only a schema for a query", document =>
            Schemas(document)["Thing"]!["properties"]!["inline"]!["x-unwrap"] = true);

    [Theory]
    [InlineData("platform", "Owner")]
    [InlineData("v1", "Animal")]
    [InlineData("v1", "CreateThingRequest")]
    public void Keeping_the_JSON_of_an_item_or_a_body_is_refused(string document, string schema) =>
        Refused($"{document}.json#/components/schemas/{schema}/x-keep-raw", "Only the value of a member", node =>
            Schemas(node)[schema]!["x-keep-raw"] = true);

    [Fact]
    public void Documents_without_the_shared_one_are_refused()
    {
        var versions = Documents.Fixture.Where(source => source.Name == "v1").ToList();

        var error = Assert.Throws<DocumentException>(() => DocumentReader.Read(versions));

        Assert.Equal("platform.json#: There is no such document.", error.Message);
    }

    [Theory]
    [InlineData("platform.json#/components/schemas/Nothing")]
    [InlineData("platform.json#/paths/nothing")]
    [InlineData("other.json#/components/schemas/Owner")]
    public void A_reference_to_nothing_in_another_document_is_refused(string reference) =>
        Refused("v1.json#/components/schemas/ThingList/properties/data/items", "There is nothing at", document =>
            Schemas(document)["ThingList"]!["properties"]!["data"]!["items"]!["$ref"] = reference);

    [Fact]
    public void A_shared_document_that_refers_to_a_version_is_refused() =>
        Refused("platform.json#/components/schemas/OwnerList/properties/owners/items", "There is nothing at", document =>
            Schemas(document)["OwnerList"]!["properties"]!["owners"]!["items"]!["$ref"] = "v1.json#/components/schemas/Thing");

    [Fact]
    public void A_schema_with_the_name_of_a_shared_one_is_refused()
    {
        Refused("v1.json#/components/schemas/LoginRequest", "belongs to a schema of platform.json", document =>
            Schemas(document)["LoginRequest"] = Schemas(document)["Animal"]!.DeepClone());
        Refused("v1.json#/components/schemas/Thing/properties/owner/oneOf/1", "is declared here and in platform.json", document =>
            Schemas(document)["Owner"] = Schemas(document)["Animal"]!.DeepClone());
    }

    [Fact]
    public void A_shared_schema_is_generated_once_and_used_where_it_is_referred_to()
    {
        var files = Generate(_ => { }).Files;

        var reader = files["V1/Json/ThingJson.g.cs"];

        Assert.Single(files.Keys, path => path.EndsWith("/Models/Owner.g.cs", StringComparison.Ordinal));
        Assert.Contains("Platform/Models/Owner.g.cs", files.Keys);
        Assert.Contains("using Voucherify.Loyalties.Tests.CodeGen.Fixture.Generated.Platform.Json;", reader, StringComparison.Ordinal);
        Assert.Contains("OwnerJson.Read", reader, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_version_is_a_property_of_the_client()
    {
        var files = Generate(_ => { }).Files;

        Assert.Contains(
            "public ILoyaltyV1Client V1 => field ??= new LoyaltyV1Client(_parts.Context);",
            files["Platform/Clients/LoyaltyClient.g.cs"],
            StringComparison.Ordinal);
        Assert.Contains("IThingsClient Things { get; }", files["V1/Clients/ILoyaltyV1Client.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_falls_back_to_raw_JSON_is_reported()
    {
        var fallback = Assert.Single(Generate(_ => { }).Fallbacks);

        Assert.Equal("v1.json#/components/schemas/Thing/properties/anything", fallback.Pointer);
    }

    private static void Refused(string pointer, string message, Action<JsonNode> change)
    {
        var document = pointer[..pointer.IndexOf(".json", StringComparison.Ordinal)];

        var problems = Assert.Throws<DocumentException>(() => Generate(change, document)).Problems;

        Assert.Contains(problems, problem => problem.Pointer == pointer && problem.Message.Contains(message, StringComparison.Ordinal));
    }

    private static GeneratorOutput Generate(Action<JsonNode> change, string document = "v1") => Generator.Generate(
        [.. Documents.Fixture.Select(source => source.Name == document ? Changed(source, change) : source)],
        Documents.FixtureNamespace);

    private static SourceDocument Changed(SourceDocument source, Action<JsonNode> change)
    {
        var document = JsonNode.Parse(source.Json)!;
        change(document);
        return source with { Json = document.ToJsonString() };
    }

    private static JsonObject Operation(JsonNode document) => document["paths"]!["/v1/things/{thingId}"]!["get"]!.AsObject();

    private static JsonObject Schemas(JsonNode document) => document["components"]!["schemas"]!.AsObject();
}
