using System.CommandLine;
using Voucherify.Loyalties.CommandLine;
using Voucherify.Loyalties.Tool.Commands;

namespace Voucherify.Loyalties.Tool;

/// <summary>The tool without its process. <c>Program.cs</c> and the tests both run it.</summary>
internal static class ToolApp
{
    private const string Description = $"""
        Adds points to loyalty cards of a Voucherify project and removes them, each adjustment once.

        The project comes from environment variables, because other programs can read command lines: {ProjectSettings.AppId} and
        {ProjectSettings.AppToken} are the key, and {ProjectSettings.Cluster} is the cluster: Europe (the default), UnitedStates, Asia, or
        an address.

        Exit codes: 0 it is done, 1 it was refused or failed and nothing is unknown, 2 the command line or the environment is invalid,
        3 it is not known whether points moved, 130 it was cancelled before anything was sent.
        """;

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="shell">The consoles and the environment variables.</param>
    /// <param name="cancellationToken">Cancels the command as Ctrl+C does.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(string[] args, Shell shell, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand(Description);
        AddCommands(root, shell);
        return RunAsync(root, args, shell, cancellationToken);
    }

    /// <summary>Adds the commands of the tool, and the options that all of them have.</summary>
    public static void AddCommands(RootCommand root, Shell shell)
    {
        root.Add(AdjustCommand.Create(shell));
        root.Add(ShowCommand.Create(shell));
        root.Add(TransactionsCommand.Create(shell));
        root.Add(JobCommand.Create(shell));
        root.Add(VerifyMarkerCommand.Create(shell));
        foreach (var secret in SecretOptions.Create())
        {
            root.Add(secret);
        }
    }

    /// <summary>Runs the commands of a root, and reports what goes wrong.</summary>
    public static async Task<int> RunAsync(RootCommand root, string[] args, Shell shell, CancellationToken cancellationToken)
    {
        try
        {
            return await CommandRunner.RunAsync(
                root, args, shell.Out.Profile.Out.Writer, shell.Error.Profile.Out.Writer, cancellationToken);
        }
        catch (Exception exception)
        {
            return args.Contains(Inputs.JsonName, StringComparer.Ordinal)
                ? ErrorReport.WriteJson(shell.Error, exception)
                : ErrorReport.Write(shell.Error, exception);
        }
    }
}
