using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyApi.Tests;

/// <summary>The unchanged program, with a sandbox in place of Voucherify.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string Secret = "webhook-secret";

    private readonly Action<LoyaltyClientOptions>? _configure;
    private readonly Action<IServiceCollection>? _configureServices;
    private readonly string _database = Path.GetTempFileName();
    private WebApplicationFactory<Program> _factory;

    public Shop(Action<LoyaltyClientOptions>? configure = null, Action<IServiceCollection>? configureServices = null)
    {
        Sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { Faults = Faults });
        Sandbox.V1.AddCard("ANNA", points: 500);
        _configure = configure;
        _configureServices = configureServices;
        _factory = Start();
        Http = CreateClient();
    }

    public SandboxFaults Faults { get; } = new();

    public LoyaltySandbox Sandbox { get; }

    public HttpClient Http { get; private set; }

    /// <summary>The entries of the ledger, whatever the responses were.</summary>
    public IEnumerable<string> Effects => Sandbox.Journal.Select(static entry => $"{entry.CardCode} {entry.SourceId} {entry.Points}");

    /// <summary>Ends the program and starts it again. Voucherify goes on.</summary>
    public async Task RestartAsync()
    {
        Http.Dispose();
        await _factory.DisposeAsync();
        _factory = Start();
        Http = CreateClient();
    }

    public Task<HttpResponseMessage> CreditAsync(string order, long points, string card = "ANNA") =>
        Http.PostAsJsonAsync($"/orders/{order}/points", new { card, points });

    public async Task<JsonNode?> GetAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(path));

    /// <summary>Reads problem details, and checks that they are such.</summary>
    /// <returns>What they say, if they say more than the status.</returns>
    public static async Task<string> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode} {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(body)!;
        Assert.Equal((int)status, problem["status"]!.GetValue<int>());
        return problem["detail"]?.GetValue<string>() ?? "";
    }

    /// <summary>Sends a webhook as the service does.</summary>
    public async Task<HttpResponseMessage> SendWebhookAsync(string body, string secret = Secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/voucherify")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(
            LoyaltyWebhook.SignatureHeader,
            Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body))));
        return await Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _factory.DisposeAsync();
        await Sandbox.DisposeAsync();
        File.Delete(_database);
    }

    // The caller is the shop, unless a test says otherwise.
    private HttpClient CreateClient()
    {
        var http = _factory.CreateClient();
        http.DefaultRequestHeaders.Authorization = TestTokens.Shop;
        return http;
    }

    private WebApplicationFactory<Program> Start()
    {
        var options = Sandbox.CreateClientOptions();
        _configure?.Invoke(options);
        return new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseEnvironment("Production")
            .UseSetting("Telemetry:Console", "false")
            .UseSetting("Webhooks:Secret", Secret)
            .UseSettings(TestTokens.Settings)
            .UseSetting("Shop:Database", _database)
            .ConfigureLogging(static logging => logging.ClearProviders())
            .ConfigureTestServices(services =>
            {
                services.AddSingleton<ILoyaltyClient>(new LoyaltyClient(options, Sandbox.CreateHandler()));
                _configureServices?.Invoke(services);
            }));
    }
}
