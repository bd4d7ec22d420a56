using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.Internal.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="ILoyaltyClient"/>.</summary>
public static class LoyaltyServiceCollectionExtensions
{
    /// <summary>Registers one client, as a singleton of <see cref="ILoyaltyClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options. They are checked when the host starts.</param>
    /// <returns>The builder of the HTTP pipeline: handlers added to it see each attempt, after the credentials have been put on it.</returns>
    public static IHttpClientBuilder AddVoucherifyLoyalties(this IServiceCollection services, Action<LoyaltyClientOptions> configure)
    {
        services.TryAddSingleton<ILoyaltyClient>(static provider => CreateClient(provider, Options.Options.DefaultName));
        return AddClient(services, Options.Options.DefaultName, configure);
    }

    /// <summary>Registers one of several clients, as a keyed singleton of <see cref="ILoyaltyClient"/>: for several projects or clusters side by side.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the client, and the name of its options.</param>
    /// <param name="configure">Sets the options. They are checked when the host starts.</param>
    /// <returns>The builder of the HTTP pipeline of this client.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddVoucherifyLoyalties(this IServiceCollection services, string name, Action<LoyaltyClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        services.TryAddKeyedSingleton<ILoyaltyClient>(name, static (provider, key) => CreateClient(provider, (string)key!));
        return AddClient(services, name, configure);
    }

    private static IHttpClientBuilder AddClient(IServiceCollection services, string name, Action<LoyaltyClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<LoyaltyClientOptions>(name).Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LoyaltyClientOptions>, LoyaltyClientOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, SendGuardFilter>());
        return services.AddHttpClient(SendGuardFilter.HttpClientNameOf(name))
            .ConfigurePrimaryHttpMessageHandler(provider => PrimaryHandler.Create(OptionsOf(provider, name).Cluster))

            // The client lives as long as the container; its connections have a lifetime of their own.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)

            // The default loggers write the address of each request, which names members.
            .RemoveAllLoggers();
    }

    private static LoyaltyClient CreateClient(IServiceProvider provider, string name) => new(
        OptionsOf(provider, name),
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(SendGuardFilter.HttpClientNameOf(name)),
        Randomness.Shared);

    private static LoyaltyClientOptions OptionsOf(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<LoyaltyClientOptions>>().Get(name);
}
