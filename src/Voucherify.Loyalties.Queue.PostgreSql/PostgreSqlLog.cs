using Microsoft.Extensions.Logging;

namespace Voucherify.Loyalties.Queue.PostgreSql;

/// <summary>The log entries of the store.</summary>
internal static partial class PostgreSqlLog
{
    [LoggerMessage(
        1,
        LogLevel.Warning,
        "The store may not read the identifier of its server (pg_control_system), so it does not notice a copy on another one.")]
    public static partial void CannotReadSystem(this ILogger log);
}
