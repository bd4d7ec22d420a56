namespace Voucherify.Loyalties.Tests.Samples;

/// <summary><c>--help</c> of the sample.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("--help", "adjust <member> <points>", "VOUCHERIFY_APP_TOKEN", "sandbox", "tour")]
    [InlineData("--help", "--v2 lprg_", "verify-marker")]
    [InlineData("adjust --help", "--expires <yyyy-mm-dd>", "--source-id <id>", "negative number")]
    [InlineData("show --help", "<member>", "--campaign", "Shows the balance of a card")]
    [InlineData("transactions --help", "--limit <number>", "[default: 20]", "newest first")]
    [InlineData("adjust --help", "--v2 <program>/<member>/<card>", "count once")]
    [InlineData("show --help", "--v2 <program>/<member>/<card>")]
    [InlineData("transactions --help", "--v2 <program>/<member>/<card>")]
    [InlineData("verify-marker --help", "--v2 <program>/<member>/<card>", "test member")]
    [InlineData("sandbox --help", "--port <number>", "Ctrl+C", "[default: 0]")]
    [InlineData("tour --help", "Runs a whole loyalty program", "export")]
    [InlineData("chaos --help", "--adjustments <number>", "[default: 2000]", "--seed <number>", "--cards <number>", "--v2")]
    public async Task Help_explains_every_command(string commandLine, params string[] parts)
    {
        var run = await SampleRun.OfAsync(commandLine.Split(' '));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(parts, part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
    }
}
