using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>
/// Finds the types that a declaration refers to: those that it names, and those that the compiler infers for it (the type of every
/// expression, what it is converted to, the owner of every member).
/// </summary>
/// <param name="model">Resolves the names of the file.</param>
/// <param name="found">Receives each type, with the syntax that refers to it.</param>
internal sealed class ReferenceWalker(SemanticModel model, Action<INamedTypeSymbol, SyntaxNode> found)
{
    public void Walk(SyntaxNode declaration)
    {
        foreach (var node in declaration.DescendantNodes())
        {
            foreach (var symbol in SymbolsOf(node))
            {
                Report(symbol, node);
            }
        }
    }

    private IEnumerable<ISymbol?> SymbolsOf(SyntaxNode node) => node switch
    {
        ForEachStatementSyntax loop => [model.GetDeclaredSymbol(loop), .. SymbolsOfLoop(loop)],
        CommonForEachStatementSyntax loop => SymbolsOfLoop(loop),
        ExpressionSyntax expression => SymbolsOfExpression(expression),
        AttributeSyntax or ConstructorInitializerSyntax or SelectOrGroupClauseSyntax => [model.GetSymbolInfo(node).Symbol],
        VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ParameterSyntax => [model.GetDeclaredSymbol(node)],
        _ => [],
    };

    private IEnumerable<ISymbol?> SymbolsOfExpression(ExpressionSyntax expression)
    {
        var type = model.GetTypeInfo(expression);
        return [model.GetSymbolInfo(expression).Symbol, type.Type, type.ConvertedType, model.GetConversion(expression).MethodSymbol];
    }

    private IEnumerable<ISymbol?> SymbolsOfLoop(CommonForEachStatementSyntax loop)
    {
        var info = model.GetForEachStatementInfo(loop);
        return [info.GetEnumeratorMethod, info.CurrentProperty, info.ElementType, info.ElementConversion.MethodSymbol];
    }

    private void Report(ISymbol? symbol, SyntaxNode node)
    {
        switch (symbol)
        {
            case ITypeSymbol type:
                ReportType(type, node);
                break;
            case IMethodSymbol method:
                ReportType((method.ReducedFrom ?? method).ContainingType, node);
                foreach (var argument in method.TypeArguments)
                {
                    ReportType(argument, node);
                }

                break;
            case IPropertySymbol or IFieldSymbol or IEventSymbol:
                ReportType(symbol.ContainingType, node);
                break;
            case ILocalSymbol local:
                ReportType(local.Type, node);
                break;
            case IParameterSymbol parameter:
                ReportType(parameter.Type, node);
                break;
        }
    }

    /// <summary>Reports the element of an array, the arguments of a generic type, and the owner of a nested type.</summary>
    private void ReportType(ITypeSymbol? type, SyntaxNode node)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                ReportType(array.ElementType, node);
                break;
            case IPointerTypeSymbol pointer:
                ReportType(pointer.PointedAtType, node);
                break;
            case INamedTypeSymbol named:
                foreach (var argument in named.TypeArguments)
                {
                    ReportType(argument, node);
                }

                if (named.ContainingType is { } owner)
                {
                    ReportType(owner, node);
                }
                else
                {
                    found(named.OriginalDefinition, node);
                }

                break;
        }
    }
}
