using System.Net;
using System.Net.Sockets;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>No server is listening, so nothing was sent and a retry is safe.</summary>
public sealed class ConnectTests : IDisposable
{
    /// <summary>Bound, so that no other program gets the port, and not listening, so that every connection is refused.</summary>
    private readonly Socket _closedPort = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ConnectTests() => _closedPort.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    private Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_closedPort.LocalEndPoint!).Port}");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _closedPort.Dispose();

    [Fact]
    public async Task An_adjustment_that_finds_no_connection_is_retried_and_reported_as_not_sent()
    {
        using var handler = new CountingHandler();
        using var client = LoopbackClient.For(Address).WithHandler(handler).Build();

        var error = await Assert.ThrowsAsync<LoyaltyConnectionException>(
            () => client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 1 }, cancellationToken: Stop));

        Assert.Equal(4, handler.Attempts);
        Assert.Contains(Address.Authority, error.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(error.InnerException);
        Assert.DoesNotContain(TestClientBuilder.AppToken, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adjustment_over_the_clients_own_connections_is_reported_as_not_sent_too()
    {
        using var client = LoopbackClient.For(Address).Build();

        await Assert.ThrowsAsync<LoyaltyConnectionException>(
            () => client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 1 }, cancellationToken: Stop));
    }

    [Fact]
    public async Task A_client_without_retries_makes_one_attempt()
    {
        using var handler = new CountingHandler();
        using var client = LoopbackClient.For(Address)
            .Configure(static options => options.Retry.MaxRetries = 0)
            .WithHandler(handler)
            .Build();

        await Assert.ThrowsAsync<LoyaltyConnectionException>(
            () => client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 1 }, cancellationToken: Stop));

        Assert.Equal(1, handler.Attempts);
    }

    [Fact]
    public async Task A_read_that_finds_no_connection_is_retried()
    {
        using var handler = new CountingHandler();
        using var client = LoopbackClient.For(Address).WithHandler(handler).Build();

        await Assert.ThrowsAsync<LoyaltyConnectionException>(() => client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));

        Assert.Equal(4, handler.Attempts);
    }

    [Fact]
    public async Task A_token_request_that_finds_no_connection_leaves_no_unknown_outcome()
    {
        using var client = LoopbackClient.For(Address).WithCredentials(LoyaltyCredentials.OAuth("id", "secret")).Build();

        await Assert.ThrowsAsync<LoyaltyConnectionException>(
            () => client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 1 }, cancellationToken: Stop));
    }

    [Fact]
    public async Task A_server_without_TLS_receives_nothing_in_plain_text()
    {
        await using var server = await LoopbackServer.RespondingAsync(Responses.Balance());
        var address = new UriBuilder(server.Address) { Scheme = Uri.UriSchemeHttps }.Uri;
        using var client = LoopbackClient.For(address).Build();

        await Assert.ThrowsAsync<LoyaltyConnectionException>(
            () => client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 1 }, cancellationToken: Stop));

        Assert.Empty(server.Requests);
    }
}
