using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>The OpenAPI documents of the versions, each merged with the document that all versions share.</summary>
internal static class VersionDocument
{
    /// <param name="version">The name of the document, such as <c>v1</c>.</param>
    /// <param name="withPlatform">Whether the shared operations are in the result, too.</param>
    public static string Read(string version, bool withPlatform) =>
        Merge(ReadFile($"{version}.json"), ReadFile("platform.json"), withPlatform).ToJsonString();

    private static string ReadFile(string file) => Repository.Read("src", "Voucherify.Loyalties", "OpenApi", file);

    private static JsonObject Merge(string version, string platform, bool withPlatform)
    {
        var merged = JsonNode.Parse(version.Replace("\"platform.json#/", "\"#/", StringComparison.Ordinal))!.AsObject();
        var shared = JsonNode.Parse(platform)!;
        if (withPlatform)
        {
            Add(merged["paths"]!.AsObject(), shared["paths"]!);
        }

        foreach (var (section, components) in shared["components"]!.AsObject())
        {
            if (merged["components"]![section] is JsonObject own)
            {
                Add(own, components!);
            }
            else
            {
                merged["components"]![section] = components!.DeepClone();
            }
        }

        foreach (var tag in shared["tags"]!.AsArray())
        {
            merged["tags"]!.AsArray().Add(tag!.DeepClone());
        }

        return merged;
    }

    private static void Add(JsonObject target, JsonNode source)
    {
        foreach (var (name, value) in source.AsObject())
        {
            target[name] = value!.DeepClone();
        }
    }
}
