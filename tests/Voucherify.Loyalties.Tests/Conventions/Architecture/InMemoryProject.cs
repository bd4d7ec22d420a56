namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>A project of a few lines, to test the measurements on. Its name is <c>Small</c>.</summary>
internal static class InMemoryProject
{
    public const string Name = "Small";

    /// <param name="files">The path of each file inside the project, and its content.</param>
    public static MeasuredProject Of(params (string Path, string Text)[] files) => Of(new ProjectPlan(), files);

    /// <param name="plan">The intended architecture.</param>
    /// <param name="files">The path of each file inside the project, and its content.</param>
    public static MeasuredProject Of(ProjectPlan plan, params (string Path, string Text)[] files)
    {
        var project = new MeasuredProject(new(Name, [.. files.Select(static file => FileOf(file.Path, file.Text))], [], []), plan);
        Assert.Empty(project.Errors);
        return project;
    }

    private static SourceFile FileOf(string path, string text) => new(
        $"src/{Name}/{path}",
        path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : SourceFile.RootFolder,
        text);
}
