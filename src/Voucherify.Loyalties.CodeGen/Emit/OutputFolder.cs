namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The folder with the generated files. Every <c>*.g.cs</c> file in it belongs to the generator.</summary>
internal sealed class OutputFolder(string root)
{
    /// <summary>The paths of files that differ, are missing or are left over.</summary>
    public IReadOnlyList<string> Stale(IReadOnlyDictionary<string, string> files) =>
    [
        .. files.Where(file => !IsCurrent(file.Key, file.Value)).Select(file => file.Key)
            .Concat(LeftOver(files))
            .Order(StringComparer.Ordinal),
    ];

    public void Write(IReadOnlyDictionary<string, string> files)
    {
        foreach (var path in LeftOver(files).ToList())
        {
            File.Delete(Full(path));
        }

        foreach (var (path, text) in files.Where(file => !IsCurrent(file.Key, file.Value)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
            File.WriteAllText(Full(path), text);
        }
    }

    private bool IsCurrent(string path, string text) => File.Exists(Full(path)) && File.ReadAllText(Full(path)) == text;

    private IEnumerable<string> LeftOver(IReadOnlyDictionary<string, string> files) => Directory.Exists(root)
        ? Directory.EnumerateFiles(root, "*.g.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !files.ContainsKey(path))
        : [];

    private string Full(string path) => Path.Combine(root, path);
}
