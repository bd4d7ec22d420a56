using System.IO.Compression;
using System.Xml.Linq;

namespace Voucherify.Loyalties.PackageTests.Support;

/// <summary>One package as it would be published, with its symbols beside it.</summary>
internal sealed record Package(string Id, string Version, string Path)
{
    /// <summary>Finds the only package with that id in a folder.</summary>
    public static Package Open(string folder, string id)
    {
        // The other package's id begins with this one's, but only a version begins with a digit.
        var path = Assert.Single(
            Directory.GetFiles(folder, $"{id}.*.nupkg"), file => char.IsAsciiDigit(System.IO.Path.GetFileName(file)[id.Length + 1]));
        return new(id, System.IO.Path.GetFileNameWithoutExtension(path)[(id.Length + 1)..], path);
    }

    public string SymbolsPath => System.IO.Path.ChangeExtension(Path, ".snupkg");

    /// <summary>The elements of the manifest below <c>metadata</c>.</summary>
    public XElement Manifest()
    {
        var metadata = XDocument.Parse(Text($"{Id}.nuspec")).Root!.Elements().Single();
        foreach (var element in metadata.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return metadata;
    }

    public string Text(string entry) => System.Text.Encoding.UTF8.GetString(Bytes(entry)).TrimStart('\uFEFF');

    public byte[] Bytes(string entry) => Bytes(Path, entry);

    public byte[] SymbolBytes(string entry) => Bytes(SymbolsPath, entry);

    /// <summary>Returns the files of the package, without those of the package format.</summary>
    public IReadOnlyList<string> Files() => FilesOf(Path);

    public IReadOnlyList<string> SymbolFiles() => FilesOf(SymbolsPath);

    private static IReadOnlyList<string> FilesOf(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return [.. zip.Entries.Select(static entry => entry.FullName)
            .Where(static name => name != "[Content_Types].xml"
                && !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    private static byte[] Bytes(string path, string entry)
    {
        using var zip = ZipFile.OpenRead(path);
        using var content = (zip.GetEntry(entry) ?? throw new FileNotFoundException($"{path} has no {entry}.")).Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}
