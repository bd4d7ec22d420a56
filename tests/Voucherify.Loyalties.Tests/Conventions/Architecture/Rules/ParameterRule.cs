using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

/// <summary>
/// Methods and constructors have few parameters, so that a call can be read without counting arguments. Primary constructors of classes
/// and structs are included. Positional records are not: their parameters are their properties, and a record is the remedy for a method
/// with too many parameters.
/// </summary>
internal static class ParameterRule
{
    public const int Limit = 5;

    /// <summary>Every method of the client ends in these two.</summary>
    private static readonly string[] NotCounted = ["RequestOptions", "CancellationToken"];

    public static Rule Rule { get; } = new(
        $"at most {Limit} parameters besides options and token",
        "Combine the values that belong together in a type.",
        static project => Counted(project)
            .Where(static method => method.Count > Limit)
            .OrderByDescending(static method => method.Count)
            .Select(static method => $"{method.Place}: {method.Name} has {method.Count} parameters"));

    /// <summary>Returns everything with a parameter list, and how many of its parameters count.</summary>
    public static IEnumerable<(string Place, string Name, int Count)> Counted(MeasuredProject project)
    {
        var files = project.Sources.Files.ToDictionary(static file => file.Path);
        return from tree in project.Compilation.SyntaxTrees
               where files.ContainsKey(tree.FilePath)
               from list in tree.GetRoot().DescendantNodes().OfType<ParameterListSyntax>()
               where list.Parent is not (RecordDeclarationSyntax or AnonymousFunctionExpressionSyntax)
               let line = list.GetLocation().GetLineSpan().StartLinePosition.Line + 1
               select ($"{tree.FilePath}({line})", NameOf(list.Parent!), list.Parameters.Count(IsCounted));
    }

    private static string NameOf(SyntaxNode owner) => owner switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        ConstructorDeclarationSyntax constructor => $"constructor of {constructor.Identifier.Text}",
        TypeDeclarationSyntax type => $"constructor of {type.Identifier.Text}",
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => owner.Kind().ToString(),
    };

    // A caller writes the receiver of an extension method before the parentheses.
    private static bool IsCounted(ParameterSyntax parameter) =>
        !parameter.Modifiers.Any(SyntaxKind.ThisKeyword) && !NotCounted.Contains(parameter.Type?.ToString().TrimEnd('?'));
}
