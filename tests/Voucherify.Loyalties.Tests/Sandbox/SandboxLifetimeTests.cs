using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Sandbox;

/// <summary>Start, stop, seeding, options, and the promise of the in-memory host to stay on the caller's thread.</summary>
public sealed class SandboxLifetimeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_base_address_is_a_loopback_port_or_localhost()
    {
        await using var served = await LoyaltySandbox.StartAsync(cancellationToken: Stop);
        await using var inMemory = LoyaltySandbox.Create();

        Assert.True(served.BaseAddress.IsLoopback);
        Assert.NotEqual(80, served.BaseAddress.Port);
        Assert.Equal(new Uri("http://localhost/"), inMemory.BaseAddress);
    }

    [Fact]
    public async Task Both_hosts_of_one_sandbox_share_its_state()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync(cancellationToken: Stop);
        sandbox.V1.AddCard("CARD", 5);
        using var overSocket = KeyClient(sandbox, new SocketsHttpHandler());
        using var inMemory = KeyClient(sandbox, sandbox.CreateHandler());

        using var content = new StringContent("""{"points":7}""", null, "application/json");
        using var adjusted = await overSocket.PostAsync("v1/loyalties/members/CARD/balance", content, Stop);

        Assert.Contains("\"balance\":12", await inMemory.GetStringAsync("v1/loyalties/members/CARD", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_disposal_the_port_is_closed()
    {
        var sandbox = await LoyaltySandbox.StartAsync(cancellationToken: Stop);
        using var client = KeyClient(sandbox, new SocketsHttpHandler());
        using var response = await client.GetAsync("v1/loyalties/members/CARD", Stop);

        await sandbox.DisposeAsync();
        await sandbox.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("v1/loyalties/members/CARD", Stop));
    }

    [Fact]
    public async Task A_port_that_is_in_use_is_reported()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync(cancellationToken: Stop);
        var options = new LoyaltySandboxOptions { Port = sandbox.BaseAddress.Port };

        await Assert.ThrowsAsync<IOException>(() => LoyaltySandbox.StartAsync(options, Stop));
    }

    [Fact]
    public void The_in_memory_handler_completes_on_the_callers_thread()
    {
        var sandbox = LoyaltySandbox.Create();
        sandbox.V1.AddCard("CARD", 5);
        using var client = KeyClient(sandbox, sandbox.CreateHandler());

        var asynchronous = client.GetAsync("v1/loyalties/members/CARD", Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/loyalties/members/CARD");
        using var synchronous = client.Send(request, Stop);

        Assert.True(asynchronous.IsCompletedSuccessfully);
        Assert.Equal(200, (int)synchronous.StatusCode);
    }

    [Fact]
    public async Task A_cancelled_call_does_not_reach_the_ledger()
    {
        var sandbox = LoyaltySandbox.Create();
        sandbox.V1.AddCard("CARD");
        using var client = KeyClient(sandbox, sandbox.CreateHandler());
        using var content = new StringContent("""{"points":7}""", null, "application/json");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.PostAsync("v1/loyalties/members/CARD/balance", content, new CancellationToken(canceled: true)));

        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public void Invalid_seeds_are_refused()
    {
        var sandbox = LoyaltySandbox.Create();
        sandbox.V1.AddCampaign("Club", "camp_1");
        sandbox.V1.AddCard("CARD", campaign: "camp_1");

        Assert.Throws<ArgumentException>(() => sandbox.V1.AddCampaign("Club"));
        Assert.Throws<ArgumentException>(() => sandbox.V1.AddCampaign("camp_1"));
        Assert.Throws<ArgumentException>(() => sandbox.V1.AddCampaign("Other", id: ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.V1.AddCampaign("Other", expiresAfterMonths: -1));
        Assert.Throws<ArgumentException>(() => sandbox.V1.AddCard("CARD"));
        Assert.Throws<ArgumentException>(() => sandbox.V1.AddCard(" "));
        Assert.Throws<ArgumentException>(() => sandbox.V1.AddCard("OTHER", campaign: "No Club"));
        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.V1.AddCard("OTHER", -1));
        Assert.Throws<KeyNotFoundException>(() => sandbox.V1.GetCard("OTHER"));
    }

    [Fact]
    public void An_invalid_option_is_named()
    {
        LoyaltySandboxOptions[] options =
        [
            new() { AppId = " " },
            new() { AppToken = "" },
            new() { TimeProvider = null! },
            new() { TimeZone = null! },
            new() { Port = 65536 },
            new() { ApplyLag = TimeSpan.FromTicks(-1) },
            new() { RateLimit = 0 },
            new() { TokenLifetime = TimeSpan.Zero },
            new() { V1 = null! },
        ];

        Assert.Equal(
            ["AppId", "AppToken", "TimeProvider", "TimeZone", "Port", "ApplyLag", "RateLimit", "TokenLifetime", "V1"],
            options.Select(bad => Assert.Throws<ArgumentException>("options", () => LoyaltySandbox.Create(bad)).Message.Split(' ')[0]));
    }

    [Fact]
    public void A_journal_that_was_read_does_not_change()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2024, 5, 15, 12, 0, 0, TimeSpan.Zero));
        var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = time });
        sandbox.V1.AddCard("CARD", 5, expiresOn: new DateOnly(2024, 5, 15));
        var before = sandbox.Journal;

        time.Advance(TimeSpan.FromDays(1));

        Assert.Empty(before);
        Assert.Single(sandbox.Journal);
    }

    private static HttpClient KeyClient(LoyaltySandbox sandbox, HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { BaseAddress = sandbox.BaseAddress };
        client.DefaultRequestHeaders.Add("X-App-Id", LoyaltySandboxOptions.DefaultAppId);
        client.DefaultRequestHeaders.Add("X-App-Token", LoyaltySandboxOptions.DefaultAppToken);
        return client;
    }
}
