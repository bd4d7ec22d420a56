using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Drift;

namespace Voucherify.Loyalties.Tests.CodeGen;

/// <summary>The documents that code is generated from, and where the code is.</summary>
internal static class Documents
{
    public const string FixtureNamespace = "Voucherify.Loyalties.Tests.CodeGen.Fixture";

    private static readonly string[] FixturePath = ["tests", "Voucherify.Loyalties.Tests", "CodeGen", "Fixture"];

    public static IReadOnlyList<SourceDocument> Own => SourceDocument.InFolder(Repository.PathTo("src", "Voucherify.Loyalties", "OpenApi"));

    public static string OwnOutput => Repository.PathTo("src", "Voucherify.Loyalties", "Generated");

    public static string FixtureFolder => Repository.PathTo([.. FixturePath, "OpenApi"]);

    public static IReadOnlyList<SourceDocument> Fixture => SourceDocument.InFolder(FixtureFolder);

    public static string FixtureOutput => Repository.PathTo([.. FixturePath, "Generated"]);

    /// <summary>The first version of our API with what it shares with others, as if it were one document.</summary>
    public static string V1 { get; } = Merge(Own.Single(document => document.Name == "v1"), Own.Single(document => document.Name == SourceDocument.Platform)).ToJsonString();

    /// <summary>The same as the drift check reads it.</summary>
    public static ContractDocument V1Contract => ContractDocument.Parse("v1", V1);

    private static JsonObject Merge(SourceDocument version, SourceDocument platform)
    {
        var merged = JsonNode.Parse(version.Json.Replace("\"platform.json#/", "\"#/", StringComparison.Ordinal))!.AsObject();
        var shared = JsonNode.Parse(platform.Json)!;
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
