using System.Globalization;

namespace Voucherify.Loyalties.TestSupport;

/// <summary>How a command ended, and everything that it printed.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Asserts a condition. The message of a failure is the whole result, where xunit would cut a long string.</summary>
    public void Expect(bool condition, string expected) => Assert.True(condition, $"Expected: {expected}{Environment.NewLine}{this}");

    /// <summary>Asserts that the command succeeded.</summary>
    public CommandResult ExpectSuccess()
    {
        Expect(ExitCode == 0, "exit code 0");
        return this;
    }

    /// <summary>Returns everything that is known, for a message.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        {Command}
        exit code: {ExitCode}
        -- standard output
        {Output}
        -- standard error
        {Errors}
        """);
}
