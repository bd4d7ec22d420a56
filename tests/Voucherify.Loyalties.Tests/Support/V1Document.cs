using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>The OpenAPI document of version 1, merged with the document that all versions share.</summary>
internal static class V1Document
{
    public static string Json { get; } = Merge(Read("v1.json"), Read("platform.json")).ToJsonString();

    private static string Read(string file) => Repository.Read("src", "Voucherify.Loyalties", "OpenApi", file);

    private static JsonObject Merge(string version, string platform)
    {
        var merged = JsonNode.Parse(version.Replace("\"platform.json#/", "\"#/", StringComparison.Ordinal))!.AsObject();
        var shared = JsonNode.Parse(platform)!;
        Add(merged["paths"]!.AsObject(), shared["paths"]!);
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
