using System.Text.Json;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.PackageTests.Support;

namespace Voucherify.Loyalties.PackageTests;

/// <summary>The tools as a user has them: packed, installed from the packed file, and run.</summary>
public sealed class ToolTests(PackedPackages packages, InstalledTools tools) : IClassFixture<InstalledTools>
{
    private static readonly Dictionary<string, string> NoVariables = [];

    [Fact]
    public async Task Both_tools_run_and_tell_the_version_of_their_package()
    {
        var sandbox = await RunAsync(tools.Sandbox, NoVariables, "--version");
        var loyalties = await RunAsync(tools.Loyalties, NoVariables, "--version");

        Assert.Equal([packages.SandboxTool.Version], sandbox.ExpectSuccess().Lines);
        Assert.Equal([packages.LoyaltiesTool.Version], loyalties.ExpectSuccess().Lines);
        Assert.Equal(packages.Sdk.Version, packages.SandboxTool.Version);
    }

    [Fact]
    public async Task The_operators_tool_adjusts_a_card_of_the_sandbox_tool()
    {
        var seed = Path.GetTempFileName();
        await File.WriteAllTextAsync(seed, """{"v1":{"cards":[{"code":"ANNA","points":500}]}}""");
        var (sandbox, line) = await LongCommand.StartAsync(tools.Sandbox, ["--port", "0", "--seed", seed], "listens on");
        await using var running = sandbox;
        File.Delete(seed);
        var address = line.Split("listens on ")[1].Trim();
        var project = new Dictionary<string, string>
        {
            ["VOUCHERIFY_APP_ID"] = "sandbox-app-id",
            ["VOUCHERIFY_APP_TOKEN"] = "sandbox-app-token",
            ["VOUCHERIFY_CLUSTER"] = address,
        };

        var adjusted = await RunAsync(tools.Loyalties, project, "adjust", "ANNA", "100", "--source-id", "order-1", "--json");
        var refused = await RunAsync(tools.Loyalties, project, "adjust", "ANNA", "-9999", "--json");
        var wrong = await RunAsync(tools.Loyalties, project, "adjust", "ANNA");
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var journal = JsonNode.Parse(await client.GetStringAsync("/_sandbox/journal"))!;

        Assert.Equal(600, (long)JsonNode.Parse(adjusted.ExpectSuccess().Output)!["balance"]!);
        Assert.Equal((1, 2), (refused.ExitCode, wrong.ExitCode));
        Assert.Equal("order-1", (string?)Assert.Single(journal.AsArray())!["source_id"]);
    }

    [Fact]
    public void A_tool_package_has_its_page_its_licence_and_its_command() => Assert.All(packages.Tools, static package =>
    {
        var manifest = package.Manifest();
        var page = package.Text("README.md");

        Assert.Equal("DotnetTool", manifest.Element("packageTypes")!.Element("packageType")!.Attribute("name")!.Value);
        Assert.Equal("MIT", manifest.Element("license")!.Value);
        Assert.InRange(manifest.Element("description")!.Value.Length, 60, 300);
        Assert.Contains($"\ndotnet tool install --global {package.Id} --prerelease\n", page, StringComparison.Ordinal);
        Assert.Contains($"dnx {package.Id} --prerelease", page, StringComparison.Ordinal);
        Assert.Contains(
            $"Name=\"{package.Id}\"", package.Text("tools/net10.0/any/DotnetToolSettings.xml"), StringComparison.Ordinal);
    });

    [Fact]
    public void The_package_of_the_sandbox_has_the_schema_of_seeds()
    {
        using var schema = JsonDocument.Parse(packages.SandboxTool.Text("seed.schema.json"));

        Assert.True(schema.RootElement.GetProperty("$defs").TryGetProperty("program", out _));
    }

    /// <summary>A program in another language, with nothing but its own HTTP client.</summary>
    [Fact]
    public async Task A_program_in_Node_plays_a_journey_of_version_2_on_the_sandbox_tool()
    {
        var (sandbox, line) = await LongCommand.StartAsync(tools.Sandbox, ["--port", "0"], "listens on");
        await using var running = sandbox;
        var journey = Path.Combine(Repository.Root, "tests", "NodeJourney", "journey.mjs");

        var node = await RunAsync("node", NoVariables, journey, line.Split("listens on ")[1].Trim());

        node.ExpectSuccess();
        Assert.Equal("The journey is complete.", node.Lines[^1]);
    }

    private static Task<CommandResult> RunAsync(string program, Dictionary<string, string> variables, params string[] arguments) =>
        Dotnet.RunAsync(program, Path.GetTempPath(), variables, arguments);
}
