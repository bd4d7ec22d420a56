using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>A project, its intended architecture and its actual one.</summary>
internal sealed class MeasuredProject
{
    public const string Core = "Voucherify.Loyalties";
    public const string Sandbox = "Voucherify.Loyalties.Sandbox";
    public const string CodeGen = "Voucherify.Loyalties.CodeGen";

    /// <summary>Errors about a partial member without a body, which a source generator writes.</summary>
    private static readonly string[] LeftToGenerators = ["CS8795", "CS9248"];

    private static readonly Lazy<IReadOnlyDictionary<string, MeasuredProject>> OfRepository = new(static () => ReadAll(MeasuredRoot.Path));

    public MeasuredProject(ProjectSources sources, ProjectPlan plan, params IEnumerable<MeasuredProject> referenced)
    {
        Sources = sources;
        Plan = plan;
        Compilation = ProjectCompiler.Compile(sources, referenced.Select(static project => project.Compilation));
        Graph = TypeGraph.Of(sources, Compilation);
    }

    public string Name => Sources.Name;

    public ProjectSources Sources { get; }

    public ProjectPlan Plan { get; }

    public CSharpCompilation Compilation { get; }

    public TypeGraph Graph { get; }

    /// <summary>Gets the compiler errors. A name that does not resolve is a missing reference.</summary>
    public IEnumerable<Diagnostic> Errors => Compilation.GetDiagnostics()
        .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !LeftToGenerators.Contains(diagnostic.Id));

    /// <summary>Returns a project of the repository, compiled once per test run.</summary>
    public static MeasuredProject Of(string name) => OfRepository.Value[name];

    private static Dictionary<string, MeasuredProject> ReadAll(string root)
    {
        var measured = new Dictionary<string, MeasuredProject>();
        foreach (var name in (string[])[Core, Sandbox, CodeGen])
        {
            var sources = ProjectSources.Read(root, name);
            measured.Add(name, new(sources, ProjectPlan.Read(root, name), sources.Projects.Select(project => measured[project])));
        }

        return measured;
    }
}
