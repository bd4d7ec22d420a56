using System.Text.Json;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>The intended architecture of a project. Each project has one file in <c>Plans</c>.</summary>
internal sealed record ProjectPlan
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>Gets the floors, the highest first. A folder includes those of its subfolders that are not listed.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Floors { get; init; } = [];

    /// <summary>Gets the references that are allowed between two folders of one floor, each written as <c>From -> To</c>.</summary>
    public IReadOnlyList<string> SameFloor { get; init; } = [];

    /// <summary>Gets the types that compose the others, and may therefore refer to more of them.</summary>
    public IReadOnlyList<string> Composers { get; init; } = [];

    /// <summary>Gets the namespaces of public types.</summary>
    public IReadOnlyList<string> PublicNamespaces { get; init; } = [];

    /// <summary>Reads the plan of a project. A checkout without plans gets an empty one.</summary>
    public static ProjectPlan Read(string root, string project)
    {
        var path = Path.Combine(root, "tests", "Voucherify.Loyalties.Tests", "Conventions", "Architecture", "Plans", $"{project}.json");
        return File.Exists(path) ? JsonSerializer.Deserialize<ProjectPlan>(File.ReadAllText(path), Json)! : new();
    }

    /// <summary>Returns the listed folder that a folder belongs to: itself, or its nearest listed parent.</summary>
    public string? PlannedFolderOf(string folder)
    {
        for (var planned = folder; ; planned = planned[..planned.LastIndexOf('/')])
        {
            if (FloorOf(planned) is not null)
            {
                return planned;
            }

            if (!planned.Contains('/', StringComparison.Ordinal))
            {
                return null;
            }
        }
    }

    /// <summary>Returns the number of a folder's floor. The lowest floor is 1.</summary>
    public int? FloorOf(string folder)
    {
        for (var index = 0; index < Floors.Count; index++)
        {
            if (Floors[index].Contains(folder))
            {
                return Floors.Count - index;
            }
        }

        return null;
    }
}
