using System.CommandLine;
using LoyaltyConsole.Commands;

namespace LoyaltyConsole;

/// <summary>The program without its process: what <c>Program.cs</c> runs, and what the tests run.</summary>
internal static class App
{
    private const string Description = """
        Adds and removes points on loyalty cards. Without a command it shows what that looks like, on a sandbox of its own.

        The commands work on a sandbox inside this process, or, when VOUCHERIFY_APP_ID and VOUCHERIFY_APP_TOKEN are set, on that
        project. VOUCHERIFY_CLUSTER says where the project is: Europe (the default), UnitedStates, Asia, or an address.
        """;

    /// <summary>Runs a command line and says the exit code: 0, 1 after an error, 130 after a cancellation.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="shell">Where to write, and the environment.</param>
    /// <param name="cancellationToken">Does what Ctrl+C does.</param>
    public static async Task<int> RunAsync(string[] args, Shell shell, CancellationToken cancellationToken = default)
    {
        try
        {
            var arguments = CreateRoot(shell).Parse(args, Parsing);
            return arguments.Errors.Count > 0
                ? throw Complaint(arguments)
                : await arguments.InvokeAsync(Invocation(shell), cancellationToken);
        }
        catch (Exception exception)
        {
            return ErrorReport.Write(shell.Error, exception);
        }
    }

    private static UsageException Complaint(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        var help = command is RootCommand ? "--help" : $"{command.Name} --help";
        return new UsageException($"{string.Join(' ', arguments.Errors.Select(error => error.Message))} Try '{help}'.");
    }

    // A member or a reason may begin with '@' or look like a bundle of options.
    private static ParserConfiguration Parsing { get; } = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    // Signals are Program.cs's business, and exceptions come out, so that they are reported in one place.
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
            SandboxCommand.Create(shell),
            TourCommand.Create(shell),
            ChaosCommand.Create(shell),
        };
        root.SetAction((_, cancellationToken) => DemoCommand.RunAsync(shell, cancellationToken));
        return root;
    }
}
