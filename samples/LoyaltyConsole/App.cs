using System.CommandLine;
using LoyaltyConsole.Commands;
using LoyaltyConsole.Demo;

namespace LoyaltyConsole;

/// <summary>The program without its process. <c>Program.cs</c> and the tests both run it.</summary>
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
    /// <returns>The exit code: 0 after success, 1 after an error, 130 after a cancellation.</returns>
    public static async Task<int> RunAsync(string[] args, Shell shell, CancellationToken cancellationToken = default)
    {
        try
        {
            var arguments = CreateRoot(shell).Parse(args, Parsing);
            return arguments.Errors.Count > 0
                ? throw InvalidUsage(arguments)
                : await arguments.InvokeAsync(Invocation(shell), cancellationToken);
        }
        catch (Exception exception)
        {
            return ErrorReport.Write(shell.Error, exception);
        }
    }

    private static UsageException InvalidUsage(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        var help = command is RootCommand ? "--help" : $"{command.Name} --help";
        return new UsageException($"{string.Join(' ', arguments.Errors.Select(error => error.Message))} Try '{help}'.");
    }

    // A member or a reason may begin with '@' or look like bundled options.
    private static ParserConfiguration Parsing { get; } = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    // Program.cs handles the signals. Exceptions propagate, so that one place reports them.
    private static InvocationConfiguration Invocation(Shell shell) => new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
        Output = shell.Out.Profile.Out.Writer,
        Error = shell.Error.Profile.Out.Writer,
    };

    private static RootCommand CreateRoot(Shell shell)
    {
        var root = new RootCommand(Description)
        {
            AdjustCommand.Create(shell),
            ShowCommand.Create(shell),
            TransactionsCommand.Create(shell),
            VerifyMarkerCommand.Create(shell),
            SandboxCommand.Create(shell),
            TourCommand.Create(shell),
            ChaosCommand.Create(shell),
            JobCommand.Create(shell),
        };
        root.SetAction((_, cancellationToken) => DemoCommand.RunAsync(shell, cancellationToken));
        return root;
    }
}
