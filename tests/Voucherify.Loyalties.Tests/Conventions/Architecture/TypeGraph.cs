using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>The types of a project, and which of them each hand-written one refers to.</summary>
internal sealed class TypeGraph
{
    private readonly Dictionary<INamedTypeSymbol, TypeNode> _types;

    private TypeGraph(Dictionary<INamedTypeSymbol, TypeNode> types, IReadOnlyList<TypeReference> references)
    {
        _types = types;
        References = references;
    }

    public IEnumerable<TypeNode> Types => _types.Values;

    /// <summary>
    /// Gets the references in the order of files and lines, one for each line and pair of types. References inside a file do not count.
    /// </summary>
    public IReadOnlyList<TypeReference> References { get; }

    public static TypeGraph Of(ProjectSources project, CSharpCompilation compilation)
    {
        var files = project.Files.ToDictionary(static file => file.Path);
        var declarations = compilation.SyntaxTrees
            .Where(tree => files.ContainsKey(tree.FilePath))
            .SelectMany(tree => TopLevelDeclarations.Of(compilation, tree))
            .ToList();
        var types = declarations
            .GroupBy(static declaration => declaration.Type, Same)
            .Select(group => NodeOf(group.Key, group.Select(part => files[part.Syntax.SyntaxTree.FilePath])))
            .ToDictionary(static type => type.Symbol, Same);
        var references = new ConcurrentDictionary<TypeReference, bool>();

        Parallel.ForEach(declarations.Where(declaration => !types[declaration.Type].IsGenerated), declaration =>
        {
            var from = types[declaration.Type];
            var file = files[declaration.Syntax.SyntaxTree.FilePath];
            var model = compilation.GetSemanticModel(declaration.Syntax.SyntaxTree);
            new ReferenceWalker(model, Found).Walk(declaration.Syntax);

            void Found(INamedTypeSymbol type, SyntaxNode node)
            {
                if (types.TryGetValue(type, out var to) && to.Home != from.Home)
                {
                    references.TryAdd(new(from, to, file, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1), true);
                }
            }
        });

        return new(types, [.. references.Keys
            .OrderBy(static reference => reference.File.Path, StringComparer.Ordinal)
            .ThenBy(static reference => reference.Line)
            .ThenBy(static reference => reference.To.Name, StringComparer.Ordinal)]);
    }

    /// <summary>
    /// Returns the types of other files that a type refers to, one for each file. Its generated half does not count: it grows
    /// with the API.
    /// </summary>
    public IEnumerable<TypeNode> NeighboursOf(TypeNode type) => References
        .Where(reference => reference.From == type && !reference.File.IsGenerated)
        .Select(static reference => reference.To)
        .DistinctBy(static to => to.Home.Path);

    private static IEqualityComparer<INamedTypeSymbol> Same => SymbolEqualityComparer.Default;

    /// <summary>Puts hand-written files first, and <c>Client.cs</c> before <c>Client.More.cs</c>.</summary>
    private static TypeNode NodeOf(INamedTypeSymbol type, IEnumerable<SourceFile> files) => new(
        type,
        [.. files.Distinct().OrderBy(static file => file.IsGenerated).ThenBy(static file => file.Path.Length)]);
}
