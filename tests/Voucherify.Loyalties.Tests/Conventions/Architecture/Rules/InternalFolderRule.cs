namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

/// <summary>A folder is named after what it holds. Who may use a type is said by its access modifier.</summary>
internal static class InternalFolderRule
{
    public static Rule Rule { get; } = new(
        "no folder is called Internal",
        "Move the type to a folder that is named after what it does.",
        static project => project.Sources.Files
            .Where(static file => file.Folder.Split('/').Contains("Internal"))
            .Select(static file => file.Path));
}
