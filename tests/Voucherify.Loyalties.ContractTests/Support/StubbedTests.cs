using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>
/// Tests of a client with a WireMock server. At the end of each test the server checks that exactly the expected calls were made, so no
/// test can forget it.
/// </summary>
public abstract class StubbedTests : IAsyncDisposable
{
    private readonly StubServer _server = new();
    private readonly List<LoyaltyClient> _clients = [];

    protected const string MemberId = "MmFAzfDe";

    protected const string BalancePath = $"/v1/loyalties/members/{MemberId}/balance";

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected StubServer Server => _server;

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(static client => client.Dispose());
        await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected void Expect(params IEnumerable<Exchange> script)
    {
        foreach (var exchange in script)
        {
            _server.Expect(exchange);
        }
    }

    protected LoyaltyClient Connect(Action<LoyaltyClientOptions>? configure = null)
    {
        var client = LoopbackClient.For(_server.Address).Configure(configure).Build();
        _clients.Add(client);
        return client;
    }

    /// <summary>Makes a call of a table and compares its request with the table.</summary>
    private protected async Task CheckAsync(WireCall call)
    {
        Expect(new Exchange(call.Method, call.Path, call.Status, call.Status == 204 ? null : call.Response));

        await call.MakeAndCheck(Connect());

        var request = await _server.RequestAsync();
        Assert.Equal((call.Method, call.Path, call.Query, call.Body), (request.Method, request.Path, request.RawQuery, request.Body));
        Assert.Equal(call.Body.Length > 0 ? "application/json" : null, request.Header("Content-Type")?.Split(';')[0]);
    }

    /// <summary>Makes an adjustment that succeeds, and returns its request.</summary>
    private protected async Task<StubbedRequest> AdjustAsync(
        AdjustBalanceRequest request, string? campaignId = null, string path = BalancePath)
    {
        Expect(Exchange.Post(path, Responses.Balance(request.Points)));
        await Connect().V1.Members.AdjustBalanceAsync(MemberId, request, campaignId, cancellationToken: Stop);
        return await _server.RequestAsync();
    }
}
