using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Drift;

namespace Voucherify.Loyalties.Tests.CodeGen;

/// <summary>The documents that code is generated from, and the folders of the code.</summary>
internal static class Documents
{
    public const string FixtureNamespace = "Voucherify.Loyalties.Tests.CodeGen.Fixture";

    private static readonly string[] FixturePath = ["tests", "Voucherify.Loyalties.Tests", "CodeGen", "Fixture"];

    public static IReadOnlyList<SourceDocument> Own => SourceDocument.InFolder(Repository.PathTo("src", "Voucherify.Loyalties", "OpenApi"));

    public static string OwnOutput => Repository.PathTo("src", "Voucherify.Loyalties", "Generated");

    public static string FixtureFolder => Repository.PathTo([.. FixturePath, "OpenApi"]);

    public static IReadOnlyList<SourceDocument> Fixture => SourceDocument.InFolder(FixtureFolder);

    public static string FixtureOutput => Repository.PathTo([.. FixturePath, "Generated"]);

    /// <summary>The document of version 1 merged with the platform document.</summary>
    public static string V1 { get; } = Merge(Find(Own, "v1"), Find(Own, SourceDocument.Platform)).ToJsonString();

    /// <summary>The same in the form that the drift check reads.</summary>
    public static ContractDocument V1Contract => ContractDocument.Parse("v1", V1);

    public static SourceDocument Find(IEnumerable<SourceDocument> documents, string name) =>
        documents.Single(document => document.Name == name);

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
