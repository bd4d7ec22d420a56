using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>Rules that are easier to check on the JSON than on the object model.</summary>
internal static class JsonRules
{
    private static readonly HashSet<string> Unsupported = new(StringComparer.Ordinal) { "not", "discriminator", "callbacks", "links" };

    public static IEnumerable<Problem> Check(JsonNode document, string root) => Walk(document, root, isMapOfNames: false);

    private static IEnumerable<Problem> Walk(JsonNode? node, string pointer, bool isMapOfNames) => node switch
    {
        JsonObject item => item.SelectMany(member => CheckMember(member.Key, member.Value, pointer, isMapOfNames)),
        JsonArray items => items.SelectMany((item, index) => Walk(item, DocumentPointer.Append(pointer, $"{index}"), isMapOfNames: false)),
        _ => [],
    };

    private static IEnumerable<Problem> CheckMember(string key, JsonNode? value, string pointer, bool isMapOfNames)
    {
        var here = DocumentPointer.Append(pointer, key);
        if (isMapOfNames)
        {
            return Walk(value, here, isMapOfNames: false);
        }

        if (key.StartsWith("x-", StringComparison.Ordinal))
        {
            var known = string.Join(", ", SpecExtensions.Known.Order(StringComparer.Ordinal));
            return SpecExtensions.Known.Contains(key) ? [] : [new Problem(here, $"Unknown extension. Known are: {known}.")];
        }

        if (Unsupported.Contains(key))
        {
            return [new Problem(here, $"'{key}' is not supported. Describe the schema without it, or extend the generator.")];
        }

        return key is "example" or "examples" or "default" or "enum"
            ? []
            : Walk(value, here, HasNamesAsKeys(key, pointer));
    }

    // The keys below these are names of the API, which may look like keywords or extensions.
    private static bool HasNamesAsKeys(string key, string pointer) => key switch
    {
        "properties" or "headers" or "encoding" or "scopes" or "schemas" or "securitySchemes" => true,
        "parameters" or "responses" => pointer.EndsWith(".json#/components", StringComparison.Ordinal),
        _ => false,
    };
}
