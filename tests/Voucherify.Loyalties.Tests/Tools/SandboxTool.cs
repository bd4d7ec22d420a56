using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.Tool;

namespace Voucherify.Loyalties.Tests.Tools;

/// <summary>A run of <c>voucherify-sandbox</c> in this process, on a free port of loopback.</summary>
internal sealed class SandboxTool : IAsyncDisposable
{
    private readonly CancellationTokenSource _ctrlC = new();
    private readonly Output _output = new();
    private readonly Task<int> _run;

    private SandboxTool(string[] args, Dictionary<string, string> environment) => _run = App.RunAsync(
        ["--port", "0", .. args], new Terminal(_output, TextWriter.Null, name => environment.GetValueOrDefault(name)), _ctrlC.Token);

    public HttpClient Client { get; } = new();

    public string Announcement => _output.ToString();

    public static async Task<SandboxTool> StartAsync(params string[] args) => await StartAsync(args, []);

    public static async Task<SandboxTool> StartAsync(string[] args, Dictionary<string, string> environment)
    {
        var tool = new SandboxTool(args, environment);
        var first = await Task.WhenAny(tool._run, tool._output.Announced.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.NotSame(tool._run, first);
        var address = tool.Announcement.Split("listens on ")[1].Split(Environment.NewLine)[0];
        tool.Client.BaseAddress = new Uri(address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        tool.Client.DefaultRequestHeaders.Add("X-App-Id", LoyaltySandboxOptions.DefaultAppId);
        tool.Client.DefaultRequestHeaders.Add("X-App-Token", LoyaltySandboxOptions.DefaultAppToken);
        return tool;
    }

    /// <summary>Runs a command line that does not start a sandbox.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());

        // One that starts after all is stopped, and then ends with 0.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var exitCode = await App.RunAsync(args, new Terminal(output, error, static _ => null), limit.Token);
        return (exitCode, output.ToString(), error.ToString());
    }

    public async Task<JsonNode> GetAsync(string path) => (await Client.GetFromJsonAsync<JsonNode>(path))!;

    public async Task<(int Status, JsonNode? Json)> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = json is null ? null : new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var response = await Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body));
    }

    /// <summary>Stops it as Ctrl+C does, and returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        await _ctrlC.CancelAsync();
        return await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Client.Dispose();
        _ctrlC.Dispose();
    }

    private sealed class Output : StringWriter
    {
        private readonly TaskCompletionSource _announced = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Announced => _announced.Task;

        public override Task WriteAsync(string? value)
        {
            Write(value);
            _announced.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
