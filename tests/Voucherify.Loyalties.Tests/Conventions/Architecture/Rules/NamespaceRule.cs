using Microsoft.CodeAnalysis;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

/// <summary>
/// Internal types are in the namespace of their folder, and public types in the namespaces that users import. A generated internal type
/// may be in the namespace of any folder, so that it can join hand-written ones, or in that of the public models that it is a part of.
/// </summary>
internal static class NamespaceRule
{
    public static Rule Rule { get; } = new(
        "namespaces follow the folders",
        "Move the file, or change its namespace.",
        ViolationsIn);

    private static IEnumerable<string> ViolationsIn(MeasuredProject project)
    {
        var ofFolders = project.Graph.Types.Select(type => NamespaceOf(project, type.Folder)).ToHashSet();
        foreach (var type in project.Graph.Types)
        {
            var actual = type.Symbol.ContainingNamespace.IsGlobalNamespace ? "" : type.Symbol.ContainingNamespace.ToDisplayString();
            if (type.Symbol.DeclaredAccessibility == Accessibility.Public)
            {
                if (!project.Plan.PublicNamespaces.Contains(actual))
                {
                    yield return $"{type.Home.Path}: public {type.Name} is in {actual}, which the plan does not list.";
                }
            }
            else if (type.IsGenerated
                ? !ofFolders.Contains(actual) && !project.Plan.PublicNamespaces.Contains(actual)
                : actual != NamespaceOf(project, type.Folder) && !IsProgram(type))
            {
                yield return $"{type.Home.Path}: {type.Name} is in {actual}, and its folder is {type.Folder}.";
            }
        }
    }

    private static string NamespaceOf(MeasuredProject project, string folder) =>
        folder == SourceFile.RootFolder ? project.Name : $"{project.Name}.{folder.Replace('/', '.')}";

    /// <summary>The compiler puts top-level statements into a type without a namespace.</summary>
    private static bool IsProgram(TypeNode type) => type.Symbol is { Name: "Program", ContainingNamespace.IsGlobalNamespace: true };
}
