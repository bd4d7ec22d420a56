using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V1;

namespace Voucherify.Loyalties.Tests.Sandbox;

/// <summary>
/// The behaviour of the sandbox as a client sees it, in one suite for both hosts. The other files of this class have the tests, and the
/// two subclasses choose the host.
/// </summary>
public abstract partial class SandboxContract : IAsyncDisposable
{
    protected const string Campaign = "Summer Club";

    private readonly List<IAsyncDisposable> _sandboxes = [];
    private readonly List<IDisposable> _clients = [];

    /// <summary>The clock of the sandbox. It starts on a Wednesday at noon.</summary>
    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2024, 5, 15, 12, 0, 0, TimeSpan.Zero));

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract Task<LoyaltySandbox> StartSandboxAsync(LoyaltySandboxOptions options);

    protected abstract HttpMessageHandler CreateHandler(LoyaltySandbox sandbox);

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        foreach (var sandbox in _sandboxes)
        {
            await sandbox.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Starts a sandbox on the fake clock, and creates a client with its key.</summary>
    protected async Task<(LoyaltySandbox Sandbox, HttpClient Client)> StartAsync(LoyaltySandboxOptions? options = null)
    {
        var sandbox = await StartSandboxAsync(options ?? Options());
        _sandboxes.Add(sandbox);
        return (sandbox, Client(sandbox));
    }

    /// <summary>Starts a sandbox with one card, in a campaign whose points never expire.</summary>
    protected async Task<(LoyaltySandbox Sandbox, HttpClient Client)> StartWithCardAsync(
        string code = "CARD",
        long points = 0,
        LoyaltySandboxOptions? options = null)
    {
        var (sandbox, client) = await StartAsync(options);
        sandbox.V1.AddCampaign(Campaign);
        sandbox.V1.AddCard(code, points, Campaign);
        return (sandbox, client);
    }

    protected LoyaltySandboxOptions Options(
        TimeSpan applyLag = default,
        int rateLimit = LoyaltySandboxOptions.DefaultRateLimit,
        SandboxPolicy repeatedSourceId = SandboxPolicy.Accept,
        SandboxPolicy zeroPoints = SandboxPolicy.Reject,
        SandboxPolicy cardWithoutHolder = SandboxPolicy.Reject,
        SandboxExpiration defaultExpiration = SandboxExpiration.ProgramRules,
        SandboxResponseSign responseSign = SandboxResponseSign.AsRequested,
        TimeZoneInfo? timeZone = null) => new()
        {
            TimeProvider = Time,
            ApplyLag = applyLag,
            RateLimit = rateLimit,
            TimeZone = timeZone ?? TimeZoneInfo.Utc,
            V1 = new SandboxV1Options
            {
                RepeatedSourceId = repeatedSourceId,
                ZeroPoints = zeroPoints,
                CardWithoutHolder = cardWithoutHolder,
                DefaultExpiration = defaultExpiration,
                ResponseSign = responseSign,
            },
        };

    protected HttpClient Client(LoyaltySandbox sandbox, bool withKeys = true)
    {
        var client = new HttpClient(CreateHandler(sandbox)) { BaseAddress = sandbox.BaseAddress };
        if (withKeys)
        {
            client.DefaultRequestHeaders.Add("X-App-Id", LoyaltySandboxOptions.DefaultAppId);
            client.DefaultRequestHeaders.Add("X-App-Token", LoyaltySandboxOptions.DefaultAppToken);
        }

        _clients.Add(client);
        return client;
    }

    protected static async Task<ReceivedResponse> GetAsync(HttpClient client, string path) =>
        await ReceivedResponse.ReadAsync(await client.GetAsync(path, Stop), Stop);

    protected static async Task<ReceivedResponse> PostAsync(HttpClient client, string path, string body, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await ReceivedResponse.ReadAsync(await client.PostAsync(path, content, Stop), Stop);
    }

    protected static async Task<ReceivedResponse> SendAsync(
        HttpClient client,
        HttpMethod method,
        string path,
        string? body = null,
        string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, type),
        };
        return await ReceivedResponse.ReadAsync(await client.SendAsync(request, Stop), Stop);
    }

    /// <summary>Creates the real client of a sandbox.</summary>
    protected LoyaltyClient Sdk(LoyaltySandbox sandbox)
    {
        var client = TestClientBuilder.ForSandbox(sandbox).WithHandler(CreateHandler(sandbox)).Build();
        _clients.Add(client);
        return client;
    }

    protected static Task<ReceivedResponse> AdjustAsync(HttpClient client, long points, string? sourceId = null, string code = "CARD") =>
        AdjustAsync(client, new JsonObject { ["points"] = points, ["source_id"] = sourceId }.ToJsonString(), code);

    protected static Task<ReceivedResponse> AdjustAsync(HttpClient client, string body, string code = "CARD") =>
        PostAsync(client, $"v1/loyalties/members/{Uri.EscapeDataString(code)}/balance", body);

    protected static Task<ReceivedResponse> TransactionsAsync(HttpClient client, string query = "") =>
        GetAsync(client, "v1/loyalties/members/CARD/transactions" + query);

    protected static void AssertError(ReceivedResponse response, int status, string key, string message, string? details)
    {
        Assert.Equal(status, (int)response.Status);
        Assert.Equal(status, (int?)response.Json["code"]);
        Assert.Equal(key, (string?)response.Json["key"]);
        Assert.Equal(message, (string?)response.Json["message"]);
        Assert.Equal(details, (string?)response.Json["details"]);
        Assert.Matches("^v-[0-9a-f]{18}$", (string?)response.Json["request_id"]);
    }

    protected static void AssertJson(string expected, ReceivedResponse response, HttpStatusCode status)
    {
        Assert.Equal(status, response.Status);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(response.Body)), response.Body);
    }
}
