using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

/// <summary>
/// A generated method that sends a request checks its arguments and then makes one call. Such a method returns a task; one that
/// enumerates all pages only calls the method for a single page. An overload passes on its own parameters, however many they are.
/// </summary>
internal static class GeneratedCallRule
{
    public const int MaxArguments = 4;

    public static Rule Rule { get; } = new(
        "generated methods make one short call",
        "Change what the code generator writes.",
        static project =>
            from method in MethodsOf(project)
            let place = method.Identifier.GetLocation().GetLineSpan()
            from fault in FaultsOf(method)
            select $"{place.Path}({place.StartLinePosition.Line + 1}): {method.Identifier.Text} {fault}");

    /// <summary>Returns the generated methods that send a request.</summary>
    public static IEnumerable<MethodDeclarationSyntax> MethodsOf(MeasuredProject project)
    {
        var clients = project.Sources.Files
            .Where(static file => file.IsGenerated && file.Folder.Split('/').Contains("Clients"))
            .Select(static file => file.Path)
            .ToHashSet();

        return from tree in project.Compilation.SyntaxTrees
               where clients.Contains(tree.FilePath)
               from method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
               where method is { Body: not null } or { ExpressionBody: not null } && Returns(method, "Task", "ValueTask")
               select method;
    }

    private static IEnumerable<string> FaultsOf(MethodDeclarationSyntax method)
    {
        if (ResultsOf(method).ToList() is not [{ } only] || CallIn(only) is not { } call)
        {
            yield return "does not end in one call.";
        }
        else if (call.ArgumentList.Arguments.Count > MaxArguments && !IsOverload(method, call))
        {
            yield return $"calls with {call.ArgumentList.Arguments.Count} arguments (limit {MaxArguments}).";
        }

        if (method.DescendantNodes().OfType<ArgumentSyntax>().Any(IsUnnamedNull))
        {
            yield return "passes a null without a name.";
        }
    }

    private static bool IsOverload(MethodDeclarationSyntax method, InvocationExpressionSyntax call)
    {
        var own = method.ParameterList.Parameters.Select(static parameter => parameter.Identifier.Text).ToHashSet();
        return call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: var name }
            && name == method.Identifier.Text
            && call.ArgumentList.Arguments.All(
                argument => argument.Expression is IdentifierNameSyntax value && own.Contains(value.Identifier.Text));
    }

    /// <summary>Returns what the method returns, in each of its branches.</summary>
    private static IEnumerable<ExpressionSyntax?> ResultsOf(MethodDeclarationSyntax method) => method.ExpressionBody is { } body
        ? [body.Expression]
        : method.Body!
            .DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .Select(static result => result.Expression);

    private static bool Returns(MethodDeclarationSyntax method, params ReadOnlySpan<string> types) =>
        types.Contains((method.ReturnType as SimpleNameSyntax)?.Identifier.Text);

    /// <summary>Returns the call that an expression consists of, ignoring an <c>await</c> around it.</summary>
    private static InvocationExpressionSyntax? CallIn(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax { Expression: var task } => CallIn(task),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait" } awaited } =>
            CallIn(awaited.Expression),
        InvocationExpressionSyntax call => call,
        _ => null,
    };

    private static bool IsUnnamedNull(ArgumentSyntax argument) => argument.NameColon is null
        && argument.Expression.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression;
}
