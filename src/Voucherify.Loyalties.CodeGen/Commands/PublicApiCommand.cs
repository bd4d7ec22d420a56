using System.CommandLine;
using System.Diagnostics;

namespace Voucherify.Loyalties.CodeGen.Commands;

/// <summary>Updates the lists of the packages' public API, so that a review shows what changed.</summary>
internal static class PublicApiCommand
{
    private static readonly string[] Projects =
    [
        "src/Voucherify.Loyalties",
        "src/Voucherify.Loyalties.Sandbox",
        "src/Voucherify.Loyalties.Queue",
        "src/Voucherify.Loyalties.Queue.Sqlite",
        "src/Voucherify.Loyalties.Queue.PostgreSql",
    ];

    public static Command Create()
    {
        var command = new Command("public-api", "Writes PublicAPI.Unshipped.txt of the packages.");
        command.SetAction(_ => Projects.Select(Update).Max());
        return command;
    }

    // With an empty list, the analyzer names every member, so removals and changed annotations need no rules of their own.
    private static int Update(string project)
    {
        var path = Path.Combine(project, "PublicAPI.Unshipped.txt");
        var before = File.ReadAllText(path);
        File.WriteAllText(path, PublicApiList.Empty);
        var (exitCode, output) = Build(project);
        if (exitCode != 0)
        {
            File.WriteAllText(path, before);
            Console.Error.WriteLine($"{project} does not build, so its list was not changed:{Environment.NewLine}{output}");
            return 1;
        }

        var after = PublicApiList.FromBuild(output, Path.GetFileName(project));
        File.WriteAllText(path, after);
        Console.WriteLine($"{path}: {(after == before ? "up to date" : "written")}.");
        return 0;
    }

    private static (int ExitCode, string Output) Build(string project)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "build", project, "--no-incremental", "--nologo", "--tl:off", "-v:quiet", "-p:BuildProjectReferences=true",
                "-p:WarningsNotAsErrors=RS0016%3BRS0017",
            },
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
