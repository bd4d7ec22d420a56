using Microsoft.Extensions.DependencyInjection.Extensions;
using Voucherify.Loyalties.Queue;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the queue in SQLite.</summary>
public static class LoyaltyQueueSqliteExtensions
{
    /// <summary>Keeps the queue in a SQLite file, which may be that of the program.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file. It is created if it is missing.</param>
    /// <returns>The builder.</returns>
    public static LoyaltyQueueBuilder UseSqlite(this LoyaltyQueueBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<AdjustmentStore>(
            provider => new SqliteAdjustmentStore(path, provider.GetService<TimeProvider>()));
        return builder;
    }
}
