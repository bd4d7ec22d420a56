using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>A schema that is an id says what it is the id of, and how one can be told from others.</summary>
internal static class IdRules
{
    public static IEnumerable<Problem> Check(ApiDocument document) => document.OwnSchemas
        .Where(schema => SpecExtensions.Get(schema.Value, SpecExtensions.Id) is not null)
        .SelectMany(schema => One(schema.Value, Pointers.At(document.Root, "components", "schemas", schema.Key)));

    private static IEnumerable<Problem> One(IOpenApiSchema schema, string pointer)
    {
        if (schema.Type != JsonSchemaType.String || schema.Enum is { Count: > 0 } || schema.Format is not null)
        {
            yield return new(pointer, "An id is a plain string.");
        }

        if (SpecExtensions.Get(schema, SpecExtensions.Id) is not JsonObject id || string.IsNullOrEmpty((string?)id["kind"]) || string.IsNullOrEmpty((string?)id["prefix"]))
        {
            yield return new(Pointers.At(pointer, SpecExtensions.Id), "An id needs a kind, such as 'campaign', and the prefix of the ids that the service makes.");
        }
    }
}
