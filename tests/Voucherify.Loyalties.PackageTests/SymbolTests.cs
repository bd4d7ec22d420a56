using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Voucherify.Loyalties.PackageTests.Support;

namespace Voucherify.Loyalties.PackageTests;

/// <summary>The symbols lead a debugger to the sources of every line.</summary>
public sealed class SymbolTests(PackedPackages packages)
{
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly string[] Targets = ["net10.0", "net8.0"];

    [Fact]
    public void The_symbols_of_both_targets_are_in_a_package_of_their_own() => Assert.All(packages.All, static package =>
        Assert.Equal([$"{package.Id}.nuspec", .. Targets.Select(target => $"lib/{target}/{package.Id}.pdb")], package.SymbolFiles()));

    [Fact]
    public void The_symbols_belong_to_the_assembly() => Assert.All(packages.All, static package =>
        Assert.All(Targets, target =>
        {
            using var assembly = new PEReader(new MemoryStream(package.Bytes($"lib/{target}/{package.Id}.dll")));
            var codeView = assembly.ReadCodeViewDebugDirectoryData(
                Assert.Single(assembly.ReadDebugDirectory(), static entry => entry.Type == DebugDirectoryEntryType.CodeView));
            using var symbols = Symbols(package, target);

            Assert.Equal(codeView.Guid, new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id).Guid);
        }));

    [Fact]
    public void Sources_that_only_the_build_generates_are_embedded() => Assert.All(packages.All, static package =>
        Assert.All(Targets, target =>
        {
            using var symbols = Symbols(package, target);
            var reader = symbols.GetMetadataReader();
            var made = reader.Documents.Where(handle => reader.GetString(reader.GetDocument(handle).Name)
                .Replace('\\', '/')
                .Contains("/obj/", StringComparison.Ordinal)).ToList();

            Assert.NotEmpty(made);
            Assert.All(made, handle => Assert.True(Has(reader, handle, EmbeddedSource)));
        }));

    /// <summary>A clone without a remote on a public host has no address to link to, and the manifest names none either.</summary>
    [Fact]
    public void SourceLink_is_there_exactly_when_the_manifest_names_the_repository() => Assert.All(packages.All, static package =>
        Assert.All(Targets, target =>
        {
            using var symbols = Symbols(package, target);
            var published = package.Manifest().Element("repository")!.Attribute("url") is not null;

            Assert.Equal(published, Has(symbols.GetMetadataReader(), EntityHandle.ModuleDefinition, SourceLink));
        }));

    private static MetadataReaderProvider Symbols(Package package, string target) =>
        MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(package.SymbolBytes($"lib/{target}/{package.Id}.pdb")));

    private static bool Has(MetadataReader reader, EntityHandle handle, Guid kind) =>
        reader.GetCustomDebugInformation(handle).Any(item => reader.GetGuid(reader.GetCustomDebugInformation(item).Kind) == kind);
}
