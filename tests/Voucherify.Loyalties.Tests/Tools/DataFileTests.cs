using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.Tests.Tools;

/// <summary><c>--data</c>: the state of the sandbox tool over restarts.</summary>
public sealed class DataFileTests : IDisposable
{
    private const string Points = "/v1/loyalties/members/ANNA/balance";
    private const string Clock = "2026-01-15T12:00:00Z";

    private static readonly string[] States =
        ["/_sandbox/v1/cards", "/_sandbox/v2/members", "/_sandbox/journal", "/_sandbox/requests", "/_sandbox/clock"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("data-");

    private string Data => Path.Combine(_folder.FullName, "sandbox.data");

    private string Seed => Path.Combine(_folder.FullName, "seed.json");

    public DataFileTests() => File.WriteAllText(Seed, SeedFile.Everything);

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A restart must not change anything that comes later either, such as ids, so an uninterrupted run is the judge.</summary>
    [Fact]
    public async Task A_restarted_sandbox_goes_on_as_if_it_had_never_stopped()
    {
        string[] options = ["--clock", Clock, "--apply-lag", "5", "--seed", Seed];
        string expected;
        await using (var uninterrupted = await SandboxTool.StartAsync(options))
        {
            await PlayAsync(uninterrupted, "a");
            await PlayAsync(uninterrupted, "b");
            expected = await StateAsync(uninterrupted);
        }

        await using (var first = await SandboxTool.StartAsync([.. options, "--data", Data]))
        {
            await PlayAsync(first, "a");
        }

        await using var second = await SandboxTool.StartAsync([.. options, "--data", Data]);
        await PlayAsync(second, "b");

        Assert.Equal(expected, await StateAsync(second));
        Assert.Contains("order-a-3", expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_was_moved_ahead_stays_ahead()
    {
        await using (var first = await SandboxTool.StartAsync("--clock", Clock, "--data", Data))
        {
            await first.SendAsync(HttpMethod.Post, "/_sandbox/clock/advance", """{"seconds":86400}""");
            await first.SendAsync(HttpMethod.Post, "/_sandbox/clock/advance", """{"seconds":60}""");
        }

        await using var second = await SandboxTool.StartAsync("--clock", Clock, "--data", Data);

        Assert.Equal("2026-01-16T12:01:00+00:00", (string?)(await second.GetAsync("/_sandbox/clock"))["now"]);
    }

    [Fact]
    public async Task A_reset_empties_the_file_and_the_seed_counts_again()
    {
        await using (var first = await SandboxTool.StartAsync("--data", Data, "--seed", Seed))
        {
            await first.SendAsync(HttpMethod.Post, Points, """{"points":100}""");
            await first.SendAsync(HttpMethod.Post, "/_sandbox/reset");
            await first.SendAsync(HttpMethod.Post, Points, """{"points":7}""");
        }

        await using var second = await SandboxTool.StartAsync("--data", Data, "--seed", Seed);

        Assert.Equal(507, (long)(await second.GetAsync("/_sandbox/v1/cards/ANNA"))["balance"]!);
    }

    [Fact]
    public async Task Credentials_that_are_not_those_of_the_sandbox_are_not_written_down()
    {
        await using (var tool = await SandboxTool.StartAsync("--data", Data, "--seed", Seed))
        {
            await SendAsync(tool, ("X-App-Id", "real-id"), ("X-App-Token", "s3cret-token"));
            await SendAsync(tool, ("Authorization", "Bearer s3cret-bearer"));
            await SendAsync(tool, ("Cookie", "s3cret-cookie"), ("X-App-Id", "sandbox-app-id"), ("X-App-Token", "sandbox-app-token"));
        }

        var written = await File.ReadAllTextAsync(Data);

        Assert.Contains("sandbox-app-token", written, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", written, StringComparison.Ordinal);
        Assert.DoesNotContain("real-id", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_valid_after_a_restart()
    {
        string bearer;
        await using (var first = await SandboxTool.StartAsync("--data", Data, "--seed", Seed))
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["scope"] = "loyalties",
            });
            using var issued = await first.Client.PostAsync("/v1/oauth/token", form);
            bearer = "Bearer " + (string?)JsonNode.Parse(await issued.Content.ReadAsStringAsync())!["access_token"];
            Assert.Equal(200, await SendAsync(first, ("Authorization", bearer)));
        }

        await using var second = await SandboxTool.StartAsync("--data", Data, "--seed", Seed);

        Assert.Equal(200, await SendAsync(second, ("Authorization", bearer)));
        Assert.Equal(520, (long)(await second.GetAsync("/_sandbox/v1/cards/ANNA"))["balance"]!);
    }

    [Fact]
    public async Task A_line_that_was_not_written_to_its_end_is_left_out()
    {
        await using (var first = await SandboxTool.StartAsync("--data", Data, "--seed", Seed))
        {
            await first.SendAsync(HttpMethod.Post, Points, """{"points":100}""");
        }

        await File.AppendAllTextAsync(Data, "{\"at\":\"2026-01-15T12:00");
        await using (var second = await SandboxTool.StartAsync("--data", Data))
        {
            await second.SendAsync(HttpMethod.Post, Points, """{"points":10}""");
        }

        await using var third = await SandboxTool.StartAsync("--data", Data);

        Assert.Equal(610, (long)(await third.GetAsync("/_sandbox/v1/cards/ANNA"))["balance"]!);
    }

    [Fact]
    public async Task A_file_that_another_sandbox_uses_or_that_is_none_ends_with_1()
    {
        await using var tool = await SandboxTool.StartAsync("--data", Data);
        var other = Path.Combine(_folder.FullName, "other");
        await File.WriteAllTextAsync(other, "hello\n");

        var used = await SandboxTool.RunAsync("--port", "0", "--data", Data);
        var wrong = await SandboxTool.RunAsync("--port", "0", "--data", other);

        Assert.Equal((1, 1), (used.ExitCode, wrong.ExitCode));
        Assert.Contains("Line 1 of the data file cannot be read.", wrong.Error, StringComparison.Ordinal);
        Assert.Equal("hello\n", await File.ReadAllTextAsync(other));
    }

    private static async Task PlayAsync(SandboxTool tool, string name)
    {
        // The faults of a restart begin anew, so each part brings its own.
        await tool.SendAsync(HttpMethod.Put, "/_sandbox/faults", """{"probabilities":{"extra-lag":0.5},"seed":7}""");
        for (var i = 0; i < 4; i++)
        {
            await tool.SendAsync(HttpMethod.Post, Points, $$"""{"points":{{10 + i}},"source_id":"order-{{name}}-{{i}}"}""");
            await tool.SendAsync(HttpMethod.Post, "/v1/customers", $$"""{"source_id":"{{name}}-{{i}}"}""");
            await tool.SendAsync(HttpMethod.Get, "/v2/loyalties/programs");
        }

        await tool.SendAsync(HttpMethod.Post, "/_sandbox/seed", $$"""{"v2":{"programs":[{"name":"{{name}}","members":[{}]}]} }""");
        await tool.SendAsync(HttpMethod.Post, "/_sandbox/clock/advance", """{"seconds":6}""");
    }

    private static async Task<string> StateAsync(SandboxTool tool)
    {
        var states = new List<string>();
        foreach (var path in States)
        {
            states.Add((await tool.GetAsync(path)).ToJsonString());
        }

        return string.Join('\n', states);
    }

    // An adjustment by 10 points, with only these headers.
    private static async Task<int> SendAsync(SandboxTool tool, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient { BaseAddress = tool.Client.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, Points)
        {
            Content = new StringContent("""{"points":10}""", System.Text.Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }
}
