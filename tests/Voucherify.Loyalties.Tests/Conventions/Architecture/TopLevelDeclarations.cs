using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>Finds the types of a file that are not nested in another. Top-level statements belong to <c>Program</c>.</summary>
internal static class TopLevelDeclarations
{
    public static IEnumerable<(INamedTypeSymbol Type, SyntaxNode Syntax)> Of(CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot().DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax))
        {
            if (node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && model.GetDeclaredSymbol(node) is INamedTypeSymbol type)
            {
                yield return (type, node);
            }
            else if (node is GlobalStatementSyntax && compilation.GetEntryPoint(default) is { } main)
            {
                yield return (main.ContainingType, node);
            }
        }
    }
}
