using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Drift;

namespace Voucherify.Loyalties.Tests.CodeGen;

/// <summary>The documents as the code generator reads them.</summary>
internal static partial class Documents
{
    public static IReadOnlyList<SourceDocument> Own => SourceDocument.InFolder(OwnFolder);

    public static IReadOnlyList<SourceDocument> Fixture => SourceDocument.InFolder(FixtureFolder);

    /// <summary>Version 1, merged with the platform document, in the form that the drift check reads.</summary>
    public static ContractDocument V1Contract => ContractDocument.Parse("v1", V1);

    public static SourceDocument Find(IEnumerable<SourceDocument> documents, string name) =>
        documents.Single(document => document.Name == name);
}
