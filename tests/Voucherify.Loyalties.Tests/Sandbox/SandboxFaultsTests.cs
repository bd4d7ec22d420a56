using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Sandbox;

/// <summary>The settings of faults, and faults that differ between the hosts.</summary>
public sealed class SandboxFaultsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 5, 15, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Invalid_probabilities_are_refused()
    {
        var faults = new SandboxFaults { [SandboxFault.LoseResponse] = 0.7, [SandboxFault.ExtraLag] = 1 };

        Assert.Throws<ArgumentException>("value", () => faults[SandboxFault.Garble] = -0.1);
        Assert.Throws<ArgumentException>("value", () => faults[SandboxFault.Garble] = 1.1);
        Assert.Throws<ArgumentException>("value", () => faults[SandboxFault.Garble] = double.NaN);
        Assert.Contains(
            "more than 1",
            Assert.Throws<ArgumentException>("value", () => faults[SandboxFault.Garble] = 0.4).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("fault", () => faults[(SandboxFault)99] = 0.1);
        faults[SandboxFault.ExtraListLag] = 1;
        faults[SandboxFault.Garble] = 0.3;
        faults[SandboxFault.LoseResponse] = 0.5;
        Assert.Equal((0.3, 0.5, 0), (faults[SandboxFault.Garble], faults[SandboxFault.LoseResponse], faults[SandboxFault.Drip]));
    }

    [Fact]
    public void Invalid_fault_settings_are_refused()
    {
        var faults = new SandboxFaults();

        Assert.Throws<ArgumentOutOfRangeException>("times", () => faults.Next(SandboxFault.Drip, 0));
        Assert.Throws<ArgumentOutOfRangeException>("fault", () => faults.Next((SandboxFault)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => faults.RetryAfter = TimeSpan.FromTicks(-1));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => faults.MaxLateDelivery = TimeSpan.FromTicks(-1));
    }

    [Fact]
    public async Task A_refused_connection_never_reads_the_content()
    {
        var (sandbox, client) = InMemory();
        sandbox.Faults.Next(SandboxFault.RefuseConnection);
        using var content = new WatchedContent();

        var error = await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.PostAsync("v1/loyalties/members/CARD/balance", content, Stop));

        Assert.Equal(HttpRequestError.ConnectionError, error.HttpRequestError);
        Assert.False(content.WasRead);
        Assert.Empty(sandbox.Requests);
        Assert.Equal(1, sandbox.Faults.AdjustmentCounts[SandboxFault.RefuseConnection]);
    }

    [Fact]
    public async Task A_lost_request_has_left_the_client()
    {
        var (sandbox, client) = InMemory();
        sandbox.Faults.Next(SandboxFault.LoseRequest);
        using var content = new WatchedContent();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync("v1/loyalties/members/CARD/balance", content, Stop));

        Assert.True(content.WasRead);
        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public void A_dripping_body_takes_its_time_by_the_sandboxs_clock()
    {
        var (sandbox, client) = InMemory();
        sandbox.Faults.Next(SandboxFault.Drip);
        sandbox.Faults.DripTime = TimeSpan.FromSeconds(8);

        var call = client.GetStringAsync("v1/loyalties/members/CARD", Stop);
        for (var i = 0; i < 8; i++)
        {
            Assert.False(call.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(call.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(SandboxFault.HangAfter)]
    [InlineData(SandboxFault.Drip)]
    public void A_waiting_call_ends_on_the_thread_that_cancels_it(SandboxFault fault)
    {
        var (sandbox, client) = InMemory();
        sandbox.Faults.Next(fault);
        using var giveUp = new CancellationTokenSource();

        var call = client.PostAsync("v1/loyalties/members/CARD/balance", Points(), giveUp.Token);
        Assert.False(call.IsCompleted);
        giveUp.Cancel();

        Assert.True(call.IsCanceled);
        Assert.Single(sandbox.Journal);
    }

    [Fact]
    public async Task Over_a_socket_a_dripping_body_arrives_whole()
    {
        await using var sandbox = await StartAsync();
        using var client = Client(sandbox, new SocketsHttpHandler());
        sandbox.Faults.Next(SandboxFault.Drip);

        var body = await client.GetStringAsync("v1/loyalties/members/CARD", Stop);

        Assert.EndsWith("\"object\":\"voucher\"}", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_a_socket_the_request_is_lost_instead_of_the_connection_refused()
    {
        await using var sandbox = await StartAsync();
        using var client = Client(sandbox, new SocketsHttpHandler());
        sandbox.Faults.Next(SandboxFault.RefuseConnection);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync("v1/loyalties/members/CARD/balance", Points(), Stop));

        Assert.Equal((0, 1), (sandbox.Faults.Counts[SandboxFault.RefuseConnection], sandbox.Faults.Counts[SandboxFault.LoseRequest]));
        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public async Task Over_a_socket_a_lost_response_is_a_reset()
    {
        await using var sandbox = await StartAsync();
        sandbox.Faults.Next(SandboxFault.LoseResponse);
        using var socket = new TcpClient();
        await socket.ConnectAsync(sandbox.BaseAddress.Host, sandbox.BaseAddress.Port, Stop);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /v1/loyalties/members/CARD/balance HTTP/1.1\r\nHost: sandbox\r\nContent-Type: application/json\r\nContent-Length: 12\r\n"
            + $"X-App-Id: {LoyaltySandboxOptions.DefaultAppId}\r\nX-App-Token: {LoyaltySandboxOptions.DefaultAppToken}\r\n\r\n"
            + """{"points":7}"""), Stop);

        var error = await Assert.ThrowsAsync<IOException>(() => stream.ReadExactlyAsync(new byte[1], Stop).AsTask());

        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(error.InnerException).SocketErrorCode);
        Assert.Equal(7, Assert.Single(sandbox.Journal).Points);
    }

    [Fact]
    public async Task Faults_strike_synchronous_calls()
    {
        var (sandbox, client) = InMemory();
        sandbox.Faults.Next(SandboxFault.Truncate);
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/loyalties/members/CARD");

        using var response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync(Stop));
    }

    private static StringContent Points() => new("""{"points":7}""", Encoding.UTF8, "application/json");

    private static async Task<LoyaltySandbox> StartAsync()
    {
        var sandbox = await LoyaltySandbox.StartAsync(cancellationToken: Stop);
        sandbox.V1.AddCard("CARD", 10);
        return sandbox;
    }

    private static HttpClient Client(LoyaltySandbox sandbox, HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { BaseAddress = sandbox.BaseAddress };
        client.DefaultRequestHeaders.Add("X-App-Id", LoyaltySandboxOptions.DefaultAppId);
        client.DefaultRequestHeaders.Add("X-App-Token", LoyaltySandboxOptions.DefaultAppToken);
        return client;
    }

    private (LoyaltySandbox Sandbox, HttpClient Client) InMemory()
    {
        var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = _time });
        sandbox.V1.AddCard("CARD", 10);
        return (sandbox, Client(sandbox, sandbox.CreateHandler()));
    }

    private sealed class WatchedContent : HttpContent
    {
        public bool WasRead { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            WasRead = true;
            return Task.CompletedTask;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return true;
        }
    }
}
