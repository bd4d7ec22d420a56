using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Queue;
using Voucherify.Loyalties.Queue.Jobs;
using Voucherify.Loyalties.Queue.Sending;
using Voucherify.Loyalties.Queue.Worker;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the queue.</summary>
public static class LoyaltyQueueServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IAdjustmentQueue"/> and <see cref="IAdjustmentJobs"/>. Choose a store, such as <c>.UseSqlite(path)</c>, and add
    /// <see cref="WithWorker"/> in the process that sends.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options. Default: none.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static LoyaltyQueueBuilder AddVoucherifyLoyaltyQueue(
        this IServiceCollection services, Action<AdjustmentQueueOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new AdjustmentQueueOptions();
        configure?.Invoke(options);
        options.Check();
        services.TryAddSingleton(options);
        services.TryAddSingleton<QueueMetrics>();
        services.AddSingleton<IHostedService, StoreInitializer>();
        services.TryAddSingleton<IAdjustmentQueue, AdjustmentQueue>();
        services.TryAddSingleton<IAdjustmentJobs>(static provider => new AdjustmentJobs(
            provider.GetRequiredService<AdjustmentStore>(),
            provider.GetRequiredService<AdjustmentQueueOptions>(),
            TimeOf(provider),
            () => ClientOf(provider)));
        return new LoyaltyQueueBuilder(services);
    }

    /// <summary>Adds a worker to this process: a hosted service that sends what is in the queue.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static LoyaltyQueueBuilder WithWorker(this LoyaltyQueueBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IHostedService>(static provider => new AdjustmentWorker(
            provider.GetRequiredService<AdjustmentStore>(),
            ClientOf(provider),
            new WorkerSettings(
                provider.GetRequiredService<AdjustmentQueueOptions>(),
                TimeOf(provider),
                provider.GetRequiredService<QueueMetrics>(),
                (provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger("Voucherify.Loyalties.Queue"))));
        return builder;
    }

    /// <summary>Keeps the queue in memory, for tests. It is lost with the process.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static LoyaltyQueueBuilder UseInMemory(this LoyaltyQueueBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<AdjustmentStore>(static provider => new InMemoryAdjustmentStore(TimeOf(provider)));
        return builder;
    }

    private static TimeProvider TimeOf(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILoyaltyClient ClientOf(IServiceProvider provider) =>
        provider.GetRequiredService<AdjustmentQueueOptions>().ClientName is { } name
            ? provider.GetRequiredKeyedService<ILoyaltyClient>(name)
            : provider.GetRequiredService<ILoyaltyClient>();
}
