using Microsoft.Extensions.DependencyInjection;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>Refit with the standard handler of Microsoft.Extensions.Http.Resilience, from a container.</summary>
internal sealed class ResilientRefitClient : RefitClient
{
    private readonly ServiceProvider _services;

    public ResilientRefitClient(Uri address, HttpMessageHandler? handler)
        : this(Build(address, handler))
    {
    }

    private ResilientRefitClient(ServiceProvider services)
        : base(services.GetRequiredService<IHttpClientFactory>().CreateClient("refit")) => _services = services;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _services.Dispose();
    }

    private static ServiceProvider Build(Uri address, HttpMessageHandler? handler)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("refit", client =>
            {
                client.BaseAddress = address;
                client.Timeout = Timeout.InfiniteTimeSpan;
                Connection.AddHeaders(client);
            })
            .ConfigurePrimaryHttpMessageHandler(() => handler ?? Connection.Primary())
            .AddStandardResilienceHandler();
        return services.BuildServiceProvider();
    }
}
