using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>The extensions of our document, and how to read one.</summary>
internal static class SpecExtensions
{
    public const string Alias = "x-alias-operation";
    public const string AlreadyDone = "x-already-done";
    public const string DayOrInstant = "x-day-or-instant";
    public const string EnumDescriptions = "x-enum-descriptions";
    public const string EnumNames = "x-enum-names";
    public const string HandWritten = "x-hand-written";
    public const string Id = "x-id";
    public const string Idempotency = "x-idempotency";
    public const string JsonRoot = "x-json-root";
    public const string KeepRaw = "x-keep-raw";
    public const string Method = "x-method";
    public const string MovesPoints = "x-moves-points";
    public const string Name = "x-name";
    public const string Paging = "x-paging";
    public const string Proof = "x-proof";
    public const string RawJson = "x-raw-json";
    public const string Secret = "x-secret";
    public const string ShownBy = "x-shown-by";
    public const string Unwrap = "x-unwrap";

    /// <summary>The vendor's schemas that one of ours is read from by hand: nothing else in our document refers to it.</summary>
    public const string VendorSchemas = "x-vendor-schemas";

    public static readonly IReadOnlySet<string> Known = new HashSet<string>(StringComparer.Ordinal)
    {
        Alias, AlreadyDone, DayOrInstant, EnumDescriptions, EnumNames, HandWritten, Id, Idempotency, JsonRoot, KeepRaw, Method, MovesPoints,
        Name, Paging, Proof, RawJson, Secret, ShownBy, Unwrap, VendorSchemas,
    };

    public static readonly IReadOnlySet<string> IdempotencyValues = new HashSet<string>(StringComparer.Ordinal)
    {
        "safe", "idempotent", "conditional", "harmless-duplicate", "reconciled", "non-idempotent",
    };

    public static JsonNode? Get(IOpenApiExtensible element, string name) =>
        element.Extensions is { } extensions && extensions.TryGetValue(name, out var value)
            ? (value as JsonNodeExtension)?.Node
            : null;

    public static JsonNode? Get(IOpenApiSchema schema, string name) =>
        schema.Extensions is { } extensions && extensions.TryGetValue(name, out var value)
            ? (value as JsonNodeExtension)?.Node
            : null;

    public static JsonNode? Get(IOpenApiParameter parameter, string name) =>
        parameter.Extensions is { } extensions && extensions.TryGetValue(name, out var value)
            ? (value as JsonNodeExtension)?.Node
            : null;

    public static string? Text(IOpenApiParameter parameter, string name) => (string?)Get(parameter, name);

    public static string? Text(IOpenApiExtensible element, string name) => (string?)Get(element, name);

    public static string? Text(IOpenApiSchema schema, string name) => (string?)Get(schema, name);

    public static bool Flag(IOpenApiExtensible element, string name) => (bool?)Get(element, name) ?? false;

    public static bool Flag(IOpenApiSchema schema, string name) => (bool?)Get(schema, name) ?? false;
}
