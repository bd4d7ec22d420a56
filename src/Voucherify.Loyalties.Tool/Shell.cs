using Spectre.Console;

namespace Voucherify.Loyalties.Tool;

/// <summary>The environment in which the program runs.</summary>
/// <param name="Out">The console for results.</param>
/// <param name="Error">The console for errors.</param>
/// <param name="Variable">Reads an environment variable.</param>
internal sealed record Shell(IAnsiConsole Out, IAnsiConsole Error, Func<string, string?> Variable)
{
    /// <summary>
    /// Opens something else if the environment variables name no project, such as the sandbox of the sample; null if that is an error.
    /// </summary>
    public Func<CancellationToken, Task<Session>>? OpenWithoutProject { get; init; }

    /// <summary>The width for a file or a pipe, which have none. It keeps a source_id on one line, so that grep finds it.</summary>
    private const int RedirectedWidth = 120;

    /// <summary>The width for errors: each is one line. The terminal wraps it, and a copy of it is one line again.</summary>
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
