using System.Runtime.Versioning;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Voucherify.Loyalties;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Configuration;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Time;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="ILoyaltyClient"/>.</summary>
[UnsupportedOSPlatform("browser")]
public static class LoyaltyServiceCollectionExtensions
{
    /// <summary>Registers one client, as a singleton of <see cref="ILoyaltyClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options. They are checked when the host starts.</param>
    /// <returns>The builder of the HTTP pipeline: handlers added to it see each attempt, with the credentials already on it.</returns>
    public static IHttpClientBuilder AddVoucherifyLoyalties(this IServiceCollection services, Action<LoyaltyClientOptions> configure) =>
        AddOnly(services).With(configure);

    /// <summary>Registers one client, as a singleton of <see cref="ILoyaltyClient"/>, with options from the configuration.</summary>
    /// <remarks>
    /// <para>The keys are the names of the options: <c>Cluster</c> (a name, or the address of a dedicated one), <c>AttemptTimeout</c>,
    /// <c>Retry:MaxRetries</c>, <c>Ordering:SettleDelay</c> and so on; durations are written <c>00:00:10</c>. The credentials are
    /// <c>AppId</c> and <c>AppToken</c>; with <c>OAuthScopes</c> (a list) beside them, they request access tokens.</para>
    /// <para>The options are checked when the host starts. An unknown key is an error, because a misspelt timeout would have no effect. So
    /// the section must contain nothing but options of the client. Set what has no key (<see cref="LoyaltyClientOptions.TimeProvider"/>,
    /// your own access tokens) with <c>services.Configure&lt;LoyaltyClientOptions&gt;</c>.</para>
    /// <para>When the configuration is reloaded, the next call uses the new credentials, and running calls finish with the old ones.
    /// Everything else is read only once. The new key must belong to the same project. If the options are no longer valid or name another
    /// cluster, nothing changes and an error is logged.</para>
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="section">The client's section, such as <c>configuration.GetSection("Voucherify")</c>.</param>
    /// <returns>The builder of the HTTP pipeline: handlers added to it see each attempt, with the credentials already on it.</returns>
    public static IHttpClientBuilder AddVoucherifyLoyalties(this IServiceCollection services, IConfigurationSection section) =>
        AddOnly(services).With(section);

    /// <summary>
    /// Registers one of several clients, as a keyed singleton of <see cref="ILoyaltyClient"/>: for several projects or clusters.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the client, and the name of its options.</param>
    /// <param name="configure">Sets the options. They are checked when the host starts.</param>
    /// <returns>The builder of the HTTP pipeline of this client.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddVoucherifyLoyalties(
        this IServiceCollection services,
        string name,
        Action<LoyaltyClientOptions> configure) =>
        AddKeyed(services, name).With(configure);

    /// <summary>
    /// Registers one of several clients, as a keyed singleton of <see cref="ILoyaltyClient"/>, with options from the configuration.
    /// </summary>
    /// <remarks>The keys are those of <see cref="AddVoucherifyLoyalties(IServiceCollection, IConfigurationSection)"/>.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the client, and the name of its options.</param>
    /// <param name="section">The client's section, such as <c>configuration.GetSection("Loyalty:Asia")</c>.</param>
    /// <returns>The builder of the HTTP pipeline of this client.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddVoucherifyLoyalties(this IServiceCollection services, string name, IConfigurationSection section) =>
        AddKeyed(services, name).With(section);

    private static OptionsBuilder<LoyaltyClientOptions> AddOnly(IServiceCollection services)
    {
        services.TryAddSingleton<ILoyaltyClient>(static provider => CreateClient(provider, Options.Options.DefaultName));
        return services.AddOptions<LoyaltyClientOptions>();
    }

    private static OptionsBuilder<LoyaltyClientOptions> AddKeyed(IServiceCollection services, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        services.TryAddKeyedSingleton<ILoyaltyClient>(name, static (provider, key) => CreateClient(provider, (string)key!));
        return services.AddOptions<LoyaltyClientOptions>(name);
    }

    private static IHttpClientBuilder With(this OptionsBuilder<LoyaltyClientOptions> options, Action<LoyaltyClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return AddClient(options.Configure(configure));
    }

    private static IHttpClientBuilder With(this OptionsBuilder<LoyaltyClientOptions> options, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var configured = new ConfiguredOptions(options.Name, section);
        options.Services.AddSingleton(configured);
        options.Services.AddSingleton<IConfigureOptions<LoyaltyClientOptions>>(configured);
        options.Services.AddSingleton<IOptionsChangeTokenSource<LoyaltyClientOptions>>(configured);
        return AddClient(options);
    }

    private static IHttpClientBuilder AddClient(OptionsBuilder<LoyaltyClientOptions> options)
    {
        var (services, name) = (options.Services, options.Name);
        options.ValidateOnStart();
        options.PostConfigure(configured => configured.ClientName ??= name.Length == 0 ? null : name);
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<LoyaltyClientOptions>, LoyaltyClientOptionsValidator>(CreateValidator));
        OutboundRequestCheckFilter.Register(services);
        return services.AddHttpClient(OutboundRequestCheckFilter.HttpClientNameOf(name))
            .ConfigurePrimaryHttpMessageHandler(provider => PrimaryHandler.Create(OptionsOf(provider, name)))

            // The client lives as long as the container; its connections have their own lifetime.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)

            // The default loggers write the address of each request, which contains member ids. If a program adds them to this client, they
            // must not write its key: Microsoft.Extensions.Http 8 hides no header by itself.
            .RemoveAllLoggers()
            .RedactLoggedHeaders(static _ => true);
    }

    private static LoyaltyClientOptionsValidator CreateValidator(IServiceProvider provider)
    {
        var sections = provider.GetServices<ConfiguredOptions>().ToList();
        return new LoyaltyClientOptionsValidator(name => sections.FindLast(section => section.Name == name)?.Path);
    }

    private static LoyaltyClient CreateClient(IServiceProvider provider, string name)
    {
        var sources = provider.GetServices<IOptionsChangeTokenSource<LoyaltyClientOptions>>().Where(source => source.Name == name).ToList();
        var before = sources.ConvertAll(static source => source.GetChangeToken());
        var options = OptionsOf(provider, name);
        var httpName = OutboundRequestCheckFilter.HttpClientNameOf(name);
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var transport = new HttpTransport(
            factory.CreateClient(httpName), options, OutboundRequestCheckFilter.Outermost(factory, httpName));
        var loggers = provider.GetRequiredService<ILoggerFactory>();
        var client = new LoyaltyClient(options, transport, Randomness.Shared, loggers);
        var rotation = Watch(client, provider.GetRequiredService<IOptionsFactory<LoyaltyClientOptions>>());
        if (before.Exists(static token => token.HasChanged))
        {
            // The source changed after the options were read and before the rotation watched it.
            rotation.Rotate();
        }

        client.Rotation = rotation;
        return client;

        CredentialsRotation Watch(LoyaltyClient client, IOptionsFactory<LoyaltyClientOptions> factory)
        {
            // The first request may resolve the client. What it has attached to its context must not live as long as the client.
            using (new ContextlessScope())
            {
                return new CredentialsRotation(client, name, options, factory, sources);
            }
        }
    }

    private static LoyaltyClientOptions OptionsOf(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<LoyaltyClientOptions>>().Get(name);
}
