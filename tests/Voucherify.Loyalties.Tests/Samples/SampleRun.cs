using LoyaltyConsole;
using Spectre.Console;
using Voucherify.Loyalties.Tool;

namespace Voucherify.Loyalties.Tests.Samples;

/// <summary>A run of the sample in this process. It does not touch the console or the environment of the process.</summary>
internal sealed record SampleRun(int ExitCode, string Output, string Error)
{
    public const int Unwrapped = 10_000;

    /// <summary>Runs a command line without environment variables.</summary>
    public static Task<SampleRun> OfAsync(params string[] args) => OfAsync(args, []);

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="environment">The variables that are set.</param>
    /// <param name="width">The columns of the terminal.</param>
    /// <param name="output">The writer of the output, for a test that reads it while the command runs.</param>
    /// <param name="cancellationToken">Cancels the command as Ctrl+C does.</param>
    public static async Task<SampleRun> OfAsync(
        string[] args,
        Dictionary<string, string> environment,
        int width = 120,
        StringWriter? output = null,
        CancellationToken cancellationToken = default)
    {
        output ??= new StringWriter();
        var error = new StringWriter();
        var shell = new Shell(ConsoleOn(output, width), ConsoleOn(error, Unwrapped), name => environment.GetValueOrDefault(name));
        var exitCode = await App.RunAsync(args, shell, cancellationToken);
        return new SampleRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The lines of the output, without the spaces at their ends.</summary>
    public IEnumerable<string> Lines => Output.Split('\n').Select(static line => line.TrimEnd());

    /// <summary>The cells of the table rows of the output.</summary>
    public IEnumerable<string[]> Rows => Lines
        .Where(static line => line.StartsWith('│'))
        .Select(static line => line.Trim('│').Split('│', StringSplitOptions.TrimEntries));

    public static IAnsiConsole ConsoleOn(StringWriter writer, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
