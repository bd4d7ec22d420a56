using Microsoft.Extensions.DependencyInjection;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>This package, complete, as a user gets it from <c>AddVoucherifyLoyalties</c>.</summary>
internal sealed class LoyaltyBenchClient : LoyaltyCalls
{
    private readonly ServiceProvider _services;

    public LoyaltyBenchClient(Uri address, HttpMessageHandler? handler)
        : this(Build(address, handler))
    {
    }

    private LoyaltyBenchClient(ServiceProvider services)
        : base(services.GetRequiredService<ILoyaltyClient>()) => _services = services;

    public override void Dispose() => _services.Dispose();

    private static ServiceProvider Build(Uri address, HttpMessageHandler? handler)
    {
        var services = new ServiceCollection();
        var http = services.AddVoucherifyLoyalties(options => Configure(options, address));
        if (handler is not null)
        {
            http.ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        return services.BuildServiceProvider();
    }
}
