using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.Tests.CodeGen;

/// <summary>The documents that code is generated from, and the folders of the code.</summary>
internal static partial class Documents
{
    public const string FixtureNamespace = "Voucherify.Loyalties.Tests.CodeGen.Fixture";

    private static readonly string[] FixturePath = ["tests", "Voucherify.Loyalties.Tests", "CodeGen", "Fixture"];

    public static string OwnFolder => Repository.PathTo("src", "Voucherify.Loyalties", "OpenApi");

    public static string OwnOutput => Repository.PathTo("src", "Voucherify.Loyalties", "Generated");

    public static string FixtureFolder => Repository.PathTo([.. FixturePath, "OpenApi"]);

    public static string FixtureOutput => Repository.PathTo([.. FixturePath, "Generated"]);

    /// <summary>The document of version 1 merged with the platform document.</summary>
    public static string V1 { get; } = Merge(Read(OwnFolder, "v1"), Read(OwnFolder, "platform")).ToJsonString();

    public static string Read(string folder, string name) => File.ReadAllText(Path.Combine(folder, $"{name}.json"));

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
