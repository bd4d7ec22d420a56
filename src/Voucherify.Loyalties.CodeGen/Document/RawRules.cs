using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>Rules that are easier to check on the JSON than on the object model.</summary>
internal static class RawRules
{
    private static readonly HashSet<string> Unsupported = new(StringComparer.Ordinal) { "not", "discriminator", "callbacks", "links" };

    public static IEnumerable<Problem> Check(JsonNode document, string root) => Walk(document, root, isMapOfNames: false);

    private static IEnumerable<Problem> Walk(JsonNode? node, string pointer, bool isMapOfNames) => node switch
    {
        JsonObject item => item.SelectMany(member => Member(member.Key, member.Value, pointer, isMapOfNames)),
        JsonArray items => items.SelectMany((item, index) => Walk(item, Pointers.At(pointer, $"{index}"), isMapOfNames: false)),
        _ => [],
    };

    private static IEnumerable<Problem> Member(string key, JsonNode? value, string pointer, bool isMapOfNames)
    {
        var here = Pointers.At(pointer, key);
        if (isMapOfNames)
        {
            return Walk(value, here, isMapOfNames: false);
        }

        if (key.StartsWith("x-", StringComparison.Ordinal))
        {
            return SpecExtensions.Known.Contains(key)
                ? []
                : [new Problem(here, $"Unknown extension. Known are: {string.Join(", ", SpecExtensions.Known.Order(StringComparer.Ordinal))}.")];
        }

        if (Unsupported.Contains(key))
        {
            return [new Problem(here, $"'{key}' is not supported: describe the shape without it, or teach the generator.")];
        }

        return key is "example" or "examples" or "default" or "enum"
            ? []
            : Walk(value, here, HasNamesAsKeys(key, pointer));
    }

    // Below these keys stand names of the API's own, which may look like keywords or extensions.
    private static bool HasNamesAsKeys(string key, string pointer) =>
        key is "properties" or "headers" or "encoding" or "scopes" or "schemas" or "securitySchemes" or "parameters" or "responses"
            && (key is not ("parameters" or "responses") || pointer.EndsWith(".json#/components", StringComparison.Ordinal));
}
