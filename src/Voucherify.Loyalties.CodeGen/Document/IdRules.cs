using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>Checks the schemas of ids: each names its kind and the prefix that tells it from others.</summary>
internal static class IdRules
{
    public static IEnumerable<Problem> Check(ApiDocument document) => document.OwnSchemas
        .Where(schema => SpecExtensions.Get(schema.Value, SpecExtensions.Id) is not null)
        .SelectMany(schema => CheckOne(schema.Value, document.PointerTo(schema.Key)));

    private static IEnumerable<Problem> CheckOne(IOpenApiSchema schema, string pointer)
    {
        if (schema.Type != JsonSchemaType.String || schema.Enum is { Count: > 0 } || schema.Format is not null)
        {
            yield return new(pointer, "An id is a plain string.");
        }

        var id = SpecExtensions.Get(schema, SpecExtensions.Id) as JsonObject;
        if (string.IsNullOrEmpty((string?)id?["kind"]) || string.IsNullOrEmpty((string?)id?["prefix"]))
        {
            yield return new(
                DocumentPointer.Append(pointer, SpecExtensions.Id),
                "An id needs a kind, such as 'campaign', and the prefix of the ids that the service generates.");
        }
    }
}
