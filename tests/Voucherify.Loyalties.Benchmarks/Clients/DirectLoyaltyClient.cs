namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>This package without a container.</summary>
internal sealed class DirectLoyaltyClient : LoyaltyCalls
{
    private readonly LoyaltyClient _client;

    public DirectLoyaltyClient(Uri address, HttpMessageHandler? handler)
        : this(Build(address, handler))
    {
    }

    private DirectLoyaltyClient(LoyaltyClient client)
        : base(client) => _client = client;

    public override void Dispose() => _client.Dispose();

    private static LoyaltyClient Build(Uri address, HttpMessageHandler? handler)
    {
        var options = new LoyaltyClientOptions();
        Configure(options, address);
        return handler is null ? new LoyaltyClient(options) : new LoyaltyClient(options, handler);
    }
}
