using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>
/// Compiles a project in memory, against the assemblies that these tests run on. Source generators do not run: a partial method has a
/// symbol even without its body.
/// </summary>
internal static class ProjectCompiler
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.None, preprocessorSymbols:
    [
        "DEBUG", "TRACE", "NET", "NETCOREAPP", "NET10_0",
        "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER",
    ]);

    /// <summary>Everything that these tests can load, except for the projects themselves, which are compiled from their files.</summary>
    private static readonly Lazy<ImmutableArray<MetadataReference>> Libraries = new(static () =>
    [
        .. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(static path => !Path.GetFileName(path).StartsWith("Voucherify.Loyalties", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ]);

    public static CSharpCompilation Compile(ProjectSources project, params IEnumerable<CSharpCompilation> referenced)
    {
        var trees = project.Files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, Parsing, file.Path)).ToList();
        var kind = trees.Exists(HasTopLevelStatements) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var settings = ImplicitUsings + string.Concat(project.Friends.Select(static friend =>
            $"\n[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend}\")]"));

        return CSharpCompilation.Create(
            project.Name,
            trees.Append(CSharpSyntaxTree.ParseText(settings, Parsing)),
            Libraries.Value.AddRange(referenced.Select(static compilation => compilation.ToMetadataReference())),
            new(
                kind,
                nullableContextOptions: NullableContextOptions.Enable,
                allowUnsafe: true,
                specificDiagnosticOptions: [new("VLOY0002", ReportDiagnostic.Suppress)]));
    }

    private static bool HasTopLevelStatements(SyntaxTree tree) =>
        tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
}
