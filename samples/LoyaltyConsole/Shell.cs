using Spectre.Console;

namespace LoyaltyConsole;

/// <summary>What the program runs in.</summary>
/// <param name="Out">Where results go.</param>
/// <param name="Error">Where errors go.</param>
/// <param name="Variable">Reads an environment variable.</param>
internal sealed record Shell(IAnsiConsole Out, IAnsiConsole Error, Func<string, string?> Variable)
{
    /// <summary>A file or a pipe has no width. This one keeps a source_id on one line, where grep finds it.</summary>
    private const int RedirectedWidth = 120;

    /// <summary>An error is one line, however narrow the window is: the terminal wraps it, and copying it gives one line again.</summary>
    private const int Unwrapped = 10_000;

    public static Shell OfProcess()
    {
        var shell = new Shell(ConsoleOn(Console.Out), ConsoleOn(Console.Error), Environment.GetEnvironmentVariable);
        shell.Error.Profile.Width = Unwrapped;
        if (Console.IsOutputRedirected)
        {
            shell.Out.Profile.Width = RedirectedWidth;
        }

        return shell;
    }

    private static IAnsiConsole ConsoleOn(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
