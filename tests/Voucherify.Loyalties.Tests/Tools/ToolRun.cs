using System.Text.Json.Nodes;
using Voucherify.Loyalties.Tests.Samples;
using Voucherify.Loyalties.Tool;

namespace Voucherify.Loyalties.Tests.Tools;

/// <summary>A run of <c>voucherify-loyalties</c> in this process.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>The output of a command with <c>--json</c>: its last line.</summary>
    public JsonNode Json => JsonNode.Parse(Output.TrimEnd().Split('\n')[^1])!;

    /// <summary>The error of a command with <c>--json</c>.</summary>
    public JsonNode ErrorJson => JsonNode.Parse(Error)!;

    public static async Task<ToolRun> OfAsync(
        string[] args,
        Dictionary<string, string> environment,
        int width = 120,
        CancellationToken cancellationToken = default)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var shell = new Shell(
            SampleRun.ConsoleOn(output, width), SampleRun.ConsoleOn(error, SampleRun.Unwrapped), environment.GetValueOrDefault);
        var exitCode = await ToolApp.RunAsync(args, shell, cancellationToken);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }
}
