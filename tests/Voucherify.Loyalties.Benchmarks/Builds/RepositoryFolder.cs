namespace Voucherify.Loyalties.Benchmarks.Builds;

/// <summary>The folder of the repository, for measurements that build programs.</summary>
internal static class RepositoryFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Voucherify.Loyalties.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("This measurement builds programs, so it needs the repository.");
    }
}
