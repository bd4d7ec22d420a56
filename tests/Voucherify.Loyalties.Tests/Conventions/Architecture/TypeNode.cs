using Microsoft.CodeAnalysis;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>A top-level type. It includes all its files and the types nested in it.</summary>
/// <param name="symbol">The type.</param>
/// <param name="files">Its files, the one that the type is known by first.</param>
internal sealed class TypeNode(INamedTypeSymbol symbol, IReadOnlyList<SourceFile> files)
{
    public INamedTypeSymbol Symbol => symbol;

    /// <summary>Gets the name without the namespace.</summary>
    public string Name { get; } = symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    public IReadOnlyList<SourceFile> Files => files;

    /// <summary>Gets the file that the type is known by. Types that share it count as one when references are counted.</summary>
    public SourceFile Home => files[0];

    public string Folder => Home.Folder;

    /// <summary>Gets whether no part of the type is hand-written.</summary>
    public bool IsGenerated => Home.IsGenerated;
}
