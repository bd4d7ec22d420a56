using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Drift;

namespace Voucherify.Loyalties.Tests.Drift;

/// <summary>Vendor documents in OpenAPI 3.1, compared with ours in 3.0.</summary>
public sealed class Version31Tests
{
    private const string Ours = """
        { "type": "object", "properties": {
            "name": { "type": "string" },
            "kind": { "type": "string", "enum": ["A", "B"] },
            "object": { "type": "string" },
            "part": { "type": "object", "properties": { "id": { "type": "string" } } } } }
        """;

    [Fact]
    public void Values_that_may_be_null_are_compared_without_their_null() => Assert.Empty(Compare("""
        { "type": ["object", "null"], "properties": {
            "name": { "type": ["string", "null"] },
            "kind": { "type": ["string", "null"], "enum": ["A", "B", null] },
            "object": { "const": "thing" },
            "part": { "oneOf": [
                { "type": "object", "properties": { "id": { "type": "string" } } },
                { "type": ["object", "null"] } ] } } }
        """));

    [Fact]
    public void A_value_of_several_types_differs_from_ours_of_one() =>
        Assert.Equal(["the type is number, in our Thing string"], Compare("""
            { "type": "object", "properties": {
                "name": { "type": ["string", "number", "null"] },
                "kind": { "type": "string", "enum": ["A", "B"] },
                "object": { "const": "thing" },
                "part": { "oneOf": [{ "type": "object", "properties": { "id": { "type": "string" } } }, { "type": "null" }] } } }
            """));

    [Fact]
    public void A_new_value_and_a_new_property_are_found() => Assert.Equal(
        ["the value 'C' is not in our Thing", "the property is not in our Thing"],
        Compare("""
            { "type": "object", "properties": {
                "name": { "type": "string" },
                "kind": { "type": ["string", "null"], "enum": ["A", "B", "C", null] },
                "object": { "const": "thing" },
                "part": { "type": ["object", "null"], "properties": { "id": { "type": "string" }, "extra": { "type": "string" } } } } }
            """));

    [Fact]
    public void The_credentials_of_a_document_count_for_operations_without_their_own()
    {
        const string Security = """[{ "key": [] }]""";
        var vendor = Document(Ours);
        vendor["security"] = JsonNode.Parse(Security);
        var ours = Document(Ours);
        ours["paths"]!["/things"]!["get"]!["security"] = JsonNode.Parse(Security);

        Assert.Empty(Compare(vendor, ours));
        Assert.Equal(["the credentials are key, in ours none"], Compare(vendor, Document(Ours)));
    }

    [Fact]
    public void An_operation_in_progress_must_be_experimental_and_no_other()
    {
        var inProgress = Document(Ours);
        inProgress["paths"]!["/things"]!["get"]!["description"] = "<Badge>Documentation in progress</Badge>";
        var experimental = Document(Ours);
        experimental["paths"]!["/things"]!["get"]!["x-experimental"] = true;

        Assert.Empty(Compare(inProgress, experimental));
        Assert.Equal(["it is in progress, in ours it is stable"], Compare(inProgress, Document(Ours)));
        Assert.Equal(["it is stable, in ours it is experimental"], Compare(Document(Ours), experimental));
    }

    private static IEnumerable<string> Compare(string vendor) => Compare(Document(vendor), Document(Ours));

    private static IEnumerable<string> Compare(JsonNode vendor, JsonNode ours) => OperationComparer
        .Compare([ContractDocument.Parse("vendor.json", vendor.ToJsonString())], [ContractDocument.Parse("ours", ours.ToJsonString())])
        .Select(difference => difference.What);

    private static JsonNode Document(string schema)
    {
        var document = JsonNode.Parse("""
            { "paths": { "/things": { "get": { "operationId": "getThing", "responses": { "200": { "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/Thing" } } } } } } } }, "components": { "schemas": {} } }
            """)!;
        document["components"]!["schemas"]!["Thing"] = JsonNode.Parse(schema);
        return document;
    }
}
