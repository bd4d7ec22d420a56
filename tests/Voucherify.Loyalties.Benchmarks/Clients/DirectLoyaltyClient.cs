namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>This package without a container; only the cold start measures it.</summary>
internal sealed class DirectLoyaltyClient : LoyaltyCalls
{
    private readonly LoyaltyClient _client;

    public DirectLoyaltyClient(Uri address, Action<SocketsHttpHandler>? configure)
        : this(Build(address, configure))
    {
    }

    private DirectLoyaltyClient(LoyaltyClient client)
        : base(client) => _client = client;

    public override void Dispose() => _client.Dispose();

    private static LoyaltyClient Build(Uri address, Action<SocketsHttpHandler>? configure)
    {
        var options = new LoyaltyClientOptions();
        Configure(options, address);
        return configure is null ? new LoyaltyClient(options) : new LoyaltyClient(options, Connection.CreateHandler(configure));
    }
}
