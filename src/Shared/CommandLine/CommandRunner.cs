using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Reflection;

namespace Voucherify.Loyalties.CommandLine;

/// <summary>Parses a command line and runs its command. Both tools do it like this.</summary>
internal static class CommandRunner
{
    // A member or a reason may begin with '@' or look like bundled options.
    private static ParserConfiguration Parsing { get; } = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Runs a command line.</summary>
    /// <param name="root">The commands.</param>
    /// <param name="args">The command line.</param>
    /// <param name="output">The writer of help and of the version.</param>
    /// <param name="error">The writer of errors.</param>
    /// <param name="cancellationToken">Cancels the command as Ctrl+C does.</param>
    /// <exception cref="UsageException">The command line is invalid.</exception>
    public static Task<int> RunAsync(
        RootCommand root, string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        foreach (var version in root.Options.OfType<VersionOption>())
        {
            version.Action = new VersionAction(output, VersionOf(typeof(CommandRunner).Assembly));
        }

        var arguments = root.Parse(args, Parsing);
        return arguments.Errors.Count > 0
            ? throw InvalidUsage(arguments)
            : arguments.InvokeAsync(Invocation(output, error), cancellationToken);
    }

    /// <summary>Returns the version of the package that an assembly is from.</summary>
    public static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static UsageException InvalidUsage(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        var help = command is RootCommand ? "--help" : $"{command.Name} --help";
        return new UsageException($"{string.Join(' ', arguments.Errors.Select(error => Describe(arguments, error)))} Try '{help}'.");
    }

    // The message of a missing argument does not say which one is missing.
    private static string Describe(ParseResult arguments, ParseError error)
    {
        var missing = arguments.CommandResult.Command.Arguments
            .Where(argument => argument.Arity.MinimumNumberOfValues > 0 && arguments.GetResult(argument) is not { Tokens.Count: > 0 })
            .Select(static argument => $"<{argument.Name}>")
            .ToList();
        return error.Message.StartsWith("Required argument missing for command", StringComparison.Ordinal) && missing.Count > 0
            ? $"{string.Join(" and ", missing)} is missing."
            : error.Message;
    }

    // The program handles the signals. Exceptions propagate, so that one place reports them.
    private static InvocationConfiguration Invocation(TextWriter output, TextWriter error) => new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
        Output = output,
        Error = error,
    };

    private sealed class VersionAction(TextWriter output, string version) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            output.WriteLine(version);
            return 0;
        }
    }
}
