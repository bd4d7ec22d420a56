using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Voucherify.Loyalties.Queue;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the queue in PostgreSQL.</summary>
public static class LoyaltyQueuePostgreSqlExtensions
{
    /// <summary>Keeps the queue in a PostgreSQL database, which may be that of the program. Any number of workers may use it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">The connection string.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The connection string is not valid.</exception>
    public static LoyaltyQueueBuilder UsePostgreSql(this LoyaltyQueueBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<AdjustmentStore>(
            provider => PostgreSqlAdjustmentStore.Create(connectionString, provider.GetService<TimeProvider>(), LogOf(provider)));
        return builder;
    }

    /// <summary>Keeps the queue in the PostgreSQL database of a data source. Any number of workers may use it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="dataSource">The data source. It stays yours to dispose.</param>
    /// <returns>The builder.</returns>
    public static LoyaltyQueueBuilder UsePostgreSql(this LoyaltyQueueBuilder builder, NpgsqlDataSource dataSource)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(dataSource);
        builder.Services.TryAddSingleton<AdjustmentStore>(
            provider => new PostgreSqlAdjustmentStore(dataSource, provider.GetService<TimeProvider>()) { Log = LogOf(provider) });
        return builder;
    }

    private static ILogger LogOf(IServiceProvider provider) =>
        (provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger("Voucherify.Loyalties.Queue");
}
