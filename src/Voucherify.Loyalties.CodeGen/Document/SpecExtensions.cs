using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>The extensions of our documents (<c>x-...</c>), and how to read them.</summary>
internal static class SpecExtensions
{
    public const string Alias = "x-alias-operation";
    public const string AlreadyDone = "x-already-done";
    public const string CheckBody = "x-check-body";
    public const string Choice = "x-choice";
    public const string Confirm = "x-confirm";
    public const string DayOrInstant = "x-day-or-instant";
    public const string EnumDescriptions = "x-enum-descriptions";
    public const string EnumNames = "x-enum-names";
    public const string Experimental = "x-experimental";
    public const string HandWritten = "x-hand-written";
    public const string Id = "x-id";
    public const string Idempotency = "x-idempotency";
    /// <summary>Not part of the public surface: hand-written code sets or reads it.</summary>
    public const string Internal = "x-internal";
    public const string JsonRoot = "x-json-root";
    public const string KeepRaw = "x-keep-raw";
    public const string Method = "x-method";
    public const string MovesPoints = "x-moves-points";
    public const string Name = "x-name";

    /// <summary>Whether a deletion returns null if a repeat finds nothing, because an attempt before may have deleted it.</summary>
    public const string NullWhenGone = "x-null-when-gone";

    public const string Page = "x-page";
    public const string Paging = "x-paging";
    public const string Personal = "x-personal";
    public const string Proof = "x-proof";
    public const string RawJson = "x-raw-json";

    /// <summary>How to find what a creation has created: the list, the member that names it, and the time of its creation.</summary>
    public const string Reconcile = "x-reconcile";

    public const string RequestOnly = "x-request-only";
    /// <summary>The member of the response that the method returns.</summary>
    public const string Result = "x-result";

    public const string Secret = "x-secret";
    public const string ShownBy = "x-shown-by";
    /// <summary>The method that makes a dry run of the operation.</summary>
    public const string Simulate = "x-simulate";

    public const string Unwrap = "x-unwrap";

    /// <summary>The vendor's counterparts of a schema that hand-written code reads from raw JSON. No reference leads to it.</summary>
    public const string VendorSchemas = "x-vendor-schemas";

    public static readonly IReadOnlySet<string> Known = new HashSet<string>(StringComparer.Ordinal)
    {
        Alias, AlreadyDone, CheckBody, Choice, Confirm, DayOrInstant, EnumDescriptions, EnumNames, Experimental, HandWritten, Id,
        Idempotency, Internal, JsonRoot, KeepRaw, Method, MovesPoints, Name, NullWhenGone, Page, Paging, Personal, Proof, RawJson,
        Reconcile, RequestOnly, Result, Secret, ShownBy, Simulate, Unwrap, VendorSchemas,
    };

    public static readonly IReadOnlySet<string> IdempotencyValues = new HashSet<string>(StringComparer.Ordinal)
    {
        "safe", "idempotent", "conditional", "guarded", "harmless-duplicate", "reconciled", "non-idempotent",
    };

    public static JsonNode? Get(OpenApiOperation operation, string name) => Get(operation.Extensions, name);

    public static JsonNode? Get(IOpenApiReadOnlyExtensible element, string name) => Get(element.Extensions, name);

    public static string? GetString(OpenApiOperation operation, string name) => (string?)Get(operation, name);

    public static string? GetString(IOpenApiReadOnlyExtensible element, string name) => (string?)Get(element, name);

    public static bool GetFlag(OpenApiOperation operation, string name) => (bool?)Get(operation, name) ?? false;

    public static bool GetFlag(IOpenApiReadOnlyExtensible element, string name) => (bool?)Get(element, name) ?? false;

    private static JsonNode? Get(IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions is not null && extensions.TryGetValue(name, out var value) ? (value as JsonNodeExtension)?.Node : null;
}
