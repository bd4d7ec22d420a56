using Microsoft.Extensions.DependencyInjection;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>This package, complete, as <c>AddVoucherifyLoyalties</c> gives it, over the handler that it creates itself.</summary>
internal sealed class LoyaltyBenchClient : LoyaltyCalls
{
    private readonly ServiceProvider _services;

    public LoyaltyBenchClient(Uri address, Action<SocketsHttpHandler>? configure)
        : this(Build(address, configure))
    {
    }

    private LoyaltyBenchClient(ServiceProvider services)
        : base(services.GetRequiredService<ILoyaltyClient>()) => _services = services;

    public override void Dispose() => _services.Dispose();

    private static ServiceProvider Build(Uri address, Action<SocketsHttpHandler>? configure)
    {
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(options => Configure(options, address))
            .ConfigurePrimaryHttpMessageHandler((handler, _) => configure?.Invoke((SocketsHttpHandler)handler));
        return services.BuildServiceProvider();
    }
}
