namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>Finds the C# files of a folder, without those that a build writes.</summary>
internal static class SourceFolder
{
    private static readonly string[] BuildOutput = ["bin", "obj"];

    public static IEnumerable<SourceFile> Read(string root, string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Select(path => (Full: path, Parts: Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)))
        .Where(static file => !file.Parts.Intersect(BuildOutput).Any())
        .OrderBy(static file => file.Full, StringComparer.Ordinal)
        .Select(file => new SourceFile(
            Path.GetRelativePath(root, file.Full).Replace(Path.DirectorySeparatorChar, '/'),
            file.Parts.Length == 1 ? SourceFile.RootFolder : string.Join('/', file.Parts[..^1]),
            File.ReadAllText(file.Full)));
}
