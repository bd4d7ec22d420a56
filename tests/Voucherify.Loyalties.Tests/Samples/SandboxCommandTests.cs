using System.Text.RegularExpressions;
using LoyaltyConsole.Demo;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Samples;

/// <summary><c>sandbox</c> of the sample.</summary>
public sealed partial class SandboxCommandTests
{
    [Fact]
    public async Task The_sandbox_command_serves_other_programs_until_it_is_stopped()
    {
        using var ctrlC = new CancellationTokenSource();
        var output = new Announcement();
        var serving = SampleRun.OfAsync(["sandbox"], [], output: output, cancellationToken: ctrlC.Token);
        var text = await output.Complete.WaitAsync(TimeSpan.FromSeconds(30));
        var variables = Variable().Matches(text).ToDictionary(static match => match.Groups[1].Value, static match => match.Groups[2].Value);

        var first = await SampleRun.OfAsync(["adjust", "CARA", "20"], variables);
        var second = await SampleRun.OfAsync(["adjust", "CARA", "20"], variables);
        var third = await SampleRun.OfAsync(["adjust", "20", "--v2", DemoProgram.CardIds], variables);
        await ctrlC.CancelAsync();
        var run = await serving;

        Assert.Equal(["VOUCHERIFY_APP_ID", "VOUCHERIFY_APP_TOKEN", "VOUCHERIFY_CLUSTER"], variables.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("balance 100", first.Output, StringComparison.Ordinal);
        Assert.Contains("balance 120", second.Output, StringComparison.Ordinal);
        Assert.Contains("+20 points, approved", third.Output, StringComparison.Ordinal);
        Assert.Contains($"--v2 {DemoProgram.CardIds}", run.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith("Stopped.", run.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandbox_command_reports_a_port_in_use_in_one_line()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();

        var run = await SampleRun.OfAsync("sandbox", "--port", $"{sandbox.BaseAddress.Port}");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            $"error: Failed to bind to address http://127.0.0.1:{sandbox.BaseAddress.Port}: address already in use.", run.Error.TrimEnd());
    }

    [GeneratedRegex(@"(VOUCHERIFY_\w+) ?= ?""?([^""\s]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Variable();

    /// <summary>Completes when the last line of the announcement was written.</summary>
    private sealed class Announcement : StringWriter
    {
        private readonly TaskCompletionSource<string> _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Complete => _complete.Task;

        public override void Write(string? value)
        {
            base.Write(value);
            if (ToString() is var text && text.Contains("adjust ANNA 100", StringComparison.Ordinal))
            {
                _complete.TrySetResult(text);
            }
        }
    }
}
