using System.CommandLine;
using LoyaltyConsole.Commands;
using LoyaltyConsole.Demo;

namespace LoyaltyConsole;

/// <summary>
/// The program without its process: the commands of the operator's tool, and those that need a sandbox. <c>Program.cs</c> and the tests
/// both run it.
/// </summary>
internal static class App
{
    private const string Description = $"""
        Adds points to loyalty cards and removes them. Without a command, it runs a demo on a sandbox in this process.

        If VOUCHERIFY_APP_ID and VOUCHERIFY_APP_TOKEN are set, adjust, show, transactions, job and verify-marker work on that project.
        Otherwise they work on a sandbox in this process. VOUCHERIFY_CLUSTER is the cluster of the project: Europe (the default),
        UnitedStates, Asia, or an address.

        With --v2, these commands use version 2 of the API, which names a card by three ids. A card of the sandbox:
        --v2 {DemoProgram.CardIds}
        """;

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="shell">The consoles and the environment variables.</param>
    /// <param name="cancellationToken">Cancels the command as Ctrl+C does.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(string[] args, Shell shell, CancellationToken cancellationToken = default)
    {
        shell = shell with { OpenWithoutProject = DemoSession.OpenAsync };
        var root = new RootCommand(Description);
        ToolApp.AddCommands(root, shell);
        root.Add(SandboxCommand.Create(shell));
        root.Add(TourCommand.Create(shell));
        root.Add(ChaosCommand.Create(shell));
        root.SetAction((_, cancel) => DemoCommand.RunAsync(shell, cancel));
        return ToolApp.RunAsync(root, args, shell, cancellationToken);
    }
}
