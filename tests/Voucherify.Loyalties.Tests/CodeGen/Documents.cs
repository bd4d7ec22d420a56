using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Drift;
using Voucherify.Loyalties.Tests.Support;

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

    /// <summary>The document of version 1 in the form that the drift check reads.</summary>
    public static ContractDocument V1Contract => ContractDocument.Parse("v1", V1Document.Json);

    public static SourceDocument Find(IEnumerable<SourceDocument> documents, string name) =>
        documents.Single(document => document.Name == name);
}
