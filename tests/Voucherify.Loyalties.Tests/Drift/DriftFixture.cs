using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Drift;

namespace Voucherify.Loyalties.Tests.Drift;

/// <summary>A small document that is the same on both sides, and ways to change one side.</summary>
internal static class DriftFixture
{
    public const string Document = """
        {
          "paths": {
            "/v1/cards/{cardId}": {
              "parameters": [ { "name": "cardId", "in": "path", "required": true, "schema": { "type": "string" } } ],
              "get": {
                "operationId": "get-card",
                "security": [ { "Key": [] }, { "OAuth": [ "cards" ] } ],
                "parameters": [
                  { "name": "limit", "in": "query", "schema": { "type": "integer" } },
                  { "name": "order", "in": "query", "schema": { "type": "string", "enum": [ "id", "-id" ] } }
                ],
                "responses": {
                  "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Card" } } } },
                  "404": {}
                }
              },
              "post": {
                "operationId": "change-card",
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Change" } } } },
                "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Card" } } } } }
              }
            }
          },
          "components": {
            "schemas": {
              "Card": {
                "type": "object",
                "required": [ "id" ],
                "properties": {
                  "id": { "type": "string" },
                  "object": { "type": "string", "enum": [ "card" ] },
                  "parent": { "$ref": "#/components/schemas/Card" },
                  "kind": { "type": "string", "enum": [ "GIFT", "POINTS" ] }
                }
              },
              "Change": {
                "type": "object",
                "required": [ "points" ],
                "properties": {
                  "points": { "type": "integer" },
                  "day": { "type": "string", "format": "date" },
                  "kind": { "type": "string", "enum": [ "ADD", "TAKE" ] },
                  "target": { "oneOf": [ { "$ref": "#/components/schemas/ById" }, { "$ref": "#/components/schemas/ByCode" } ] }
                }
              },
              "ById": { "type": "object", "required": [ "id" ], "properties": { "id": { "type": "string" } } },
              "ByCode": { "allOf": [ { "type": "object", "properties": { "code": { "type": "string" } } }, { "required": [ "code" ] } ] }
            }
          }
        }
        """;

    public static JsonNode Get => JsonNode.Parse(Document)!;

    public static JsonNode Operation(JsonNode document, string method) => document["paths"]!["/v1/cards/{cardId}"]![method]!;

    public static JsonNode Schema(JsonNode document, string name) => document["components"]!["schemas"]![name]!;

    /// <summary>Compares the document with itself, after changes on either side.</summary>
    public static IReadOnlyList<Difference> Compare(Action<JsonNode>? vendor = null, Action<JsonNode>? ours = null) =>
        OperationComparer.Compare([Changed("vendor.json", vendor)], [Changed("ours", ours)]);

    private static ContractDocument Changed(string name, Action<JsonNode>? change)
    {
        var document = Get;
        change?.Invoke(document);
        return ContractDocument.Parse(name, document.ToJsonString());
    }
}
