using System.Xml.Linq;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>The C# files of a project, and the part of its project file that decides how they compile.</summary>
/// <param name="Name">The name of the project and of its assembly.</param>
/// <param name="Files">Its files, without those that a build writes.</param>
/// <param name="Friends">The assemblies that may use its internal types.</param>
/// <param name="Projects">The projects that it references.</param>
internal sealed record ProjectSources(
    string Name,
    IReadOnlyList<SourceFile> Files,
    IReadOnlyList<string> Friends,
    IReadOnlyList<string> Projects)
{
    /// <summary>Reads a project below <c>src</c>.</summary>
    public static ProjectSources Read(string root, string name)
    {
        var folder = Path.Combine(root, "src", name);
        var project = XDocument.Load(Path.Combine(folder, $"{name}.csproj"));

        return new(
            name,
            [.. SourceFolder.Read(root, folder)],
            [.. Included(project, "InternalsVisibleTo")],
            [.. Included(project, "ProjectReference").Select(static path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))]);
    }

    private static IEnumerable<string> Included(XDocument project, string item) =>
        project.Descendants(item).Select(static element => (string?)element.Attribute("Include")).OfType<string>();
}
