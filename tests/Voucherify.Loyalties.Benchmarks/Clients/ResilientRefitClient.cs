using Microsoft.Extensions.DependencyInjection;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>Refit with the standard handler of Microsoft.Extensions.Http.Resilience, from a container.</summary>
internal sealed class ResilientRefitClient : RefitClient
{
    private readonly ServiceProvider _services;

    public ResilientRefitClient(Uri address, Action<SocketsHttpHandler>? configure)
        : this(Build(address, configure))
    {
    }

    private ResilientRefitClient(ServiceProvider services)
        : base(services.GetRequiredService<IHttpClientFactory>().CreateClient("refit")) => _services = services;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _services.Dispose();
    }

    private static ServiceProvider Build(Uri address, Action<SocketsHttpHandler>? configure)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("refit", client => Connection.Configure(client, address))
            .ConfigurePrimaryHttpMessageHandler(() => Connection.CreateHandler(configure))
            .AddStandardResilienceHandler();
        return services.BuildServiceProvider();
    }
}
