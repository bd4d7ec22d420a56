using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Voucherify.Loyalties.Tests.Tools;

/// <summary>The command line of <c>voucherify-sandbox</c>.</summary>
public sealed class SandboxToolTests
{
    [Fact]
    public async Task The_tool_says_where_it_is_and_ends_with_0_when_it_is_stopped()
    {
        await using var tool = await SandboxTool.StartAsync();

        using var response = await tool.Client.GetAsync("/v1/loyalties");
        var exitCode = await tool.StopAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, exitCode);
        Assert.Contains("X-App-Id: sandbox-app-id  X-App-Token: sandbox-app-token", tool.Announcement, StringComparison.Ordinal);
        Assert.EndsWith("Stopped." + Environment.NewLine, tool.Announcement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_that_of_the_package()
    {
        var (exitCode, output, _) = await SandboxTool.RunAsync("--version");
        await using var tool = await SandboxTool.StartAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal(output.Trim(), (string?)(await tool.GetAsync("/_sandbox"))["version"]);
        Assert.Matches(@"^\d+\.\d+\.\d+", output);
    }

    [Theory]
    [InlineData("--port <number>", "--host <address>", "--seed <file>", "--clock <instant|real>")]
    [InlineData("--apply-lag <seconds>", "--fault <name=probability>", "--data <file>", "--allowed-host <name>", "--version")]
    public async Task Help_names_every_option(params string[] options)
    {
        var (exitCode, output, _) = await SandboxTool.RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.All(options, option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'--port'", "--port")]
    [InlineData("'--unknown'", "--unknown")]
    [InlineData("'70000' is not a port", "--port", "70000")]
    [InlineData("'here' is not an address", "--host", "here")]
    [InlineData("There is no file 'none.json'", "--seed", "none.json")]
    [InlineData("'now' is not a clock", "--clock", "now")]
    [InlineData("'-1' is not a time", "--apply-lag", "-1")]
    [InlineData("There is no fault 'bang'", "--fault", "bang=1")]
    [InlineData("'drip' has no probability", "--fault", "drip")]
    [InlineData("must be from 0 to 1", "--fault", "drip=7")]
    [InlineData("would add up to more than 1", "--fault", "drip=0.6", "--fault", "garble=0.6")]
    public async Task An_invalid_command_line_is_named_and_ends_with_2(string problem, params string[] args)
    {
        var (exitCode, output, error) = await SandboxTool.RunAsync(args);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("error: ", error, StringComparison.Ordinal);
        Assert.Contains(problem, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_seed_is_named_with_its_file_and_line_and_ends_with_2()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "{\n\"v1\": {\"cards\": [{\"code\": \"\"}]}}");

        var (exitCode, _, error) = await SandboxTool.RunAsync("--seed", file);
        File.Delete(file);

        Assert.Equal(2, exitCode);
        Assert.Contains($"{file}: Line 2, v1.cards[0].code: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_named_and_ends_with_1()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var (exitCode, _, error) = await SandboxTool.RunAsync("--port", port);

        Assert.Equal(1, exitCode);
        Assert.Contains(port, error, StringComparison.Ordinal);
    }
}
