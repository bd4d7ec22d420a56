namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>The text of one of the documents that are generated from together.</summary>
/// <param name="Name">The name of its file without <c>.json</c>, such as <c>v1</c>.</param>
/// <param name="Json">The text.</param>
internal sealed record SourceDocument(string Name, string Json)
{
    /// <summary>The document with what every version shares. The others may refer to its components.</summary>
    public const string Platform = "platform";

    private static readonly string[] Names = [Platform, "v1", "v2"];

    /// <summary>Reads the documents of a folder; not every version has to be there.</summary>
    public static IReadOnlyList<SourceDocument> InFolder(string folder) =>
    [
        .. Names.Select(name => (Name: name, Path: Path.Combine(folder, $"{name}.json")))
            .Where(file => File.Exists(file.Path))
            .Select(file => new SourceDocument(file.Name, File.ReadAllText(file.Path))),
    ];

    /// <summary>What pointers into a document begin with.</summary>
    public static string RootOf(string name) => $"{name}.json{Pointers.Root}";
}
