namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>A C# file.</summary>
/// <param name="path">Its path from the root of the repository, with forward slashes.</param>
/// <param name="folder">Its folder inside the project, <see cref="RootFolder"/> for the project's own.</param>
/// <param name="text">Its content.</param>
internal sealed class SourceFile(string path, string folder, string text)
{
    /// <summary>Stands for the folder of the project itself.</summary>
    public const string RootFolder = "(root)";

    public string Path => path;

    public string Folder => folder;

    public string Text => text;

    public IReadOnlyList<string> Lines => field ??= [.. text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')];

    public bool IsGenerated { get; } = folder.Split('/').Contains("Generated") || path.EndsWith(".g.cs", StringComparison.Ordinal);
}
