namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>The text of one of the documents that code is generated from.</summary>
/// <param name="Name">The file name without <c>.json</c>, such as <c>v1</c>.</param>
/// <param name="Json">The text.</param>
internal sealed record SourceDocument(string Name, string Json)
{
    /// <summary>The document with what all versions share. The others may refer to its components.</summary>
    public const string Platform = "platform";

    /// <summary>The document of version 1.</summary>
    public const string V1 = "v1";

    private static readonly string[] Names = [Platform, V1, "v2"];

    /// <summary>Reads the documents of a folder. A version may be missing.</summary>
    public static IReadOnlyList<SourceDocument> InFolder(string folder) =>
    [
        .. Names.Select(name => (Name: name, Path: Path.Combine(folder, $"{name}.json")))
            .Where(file => File.Exists(file.Path))
            .Select(file => new SourceDocument(file.Name, File.ReadAllText(file.Path))),
    ];

    /// <summary>The start of every pointer into a document.</summary>
    public static string RootOf(string name) => $"{name}.json{DocumentPointer.Root}";
}
