using Microsoft.Extensions.Logging;

namespace Voucherify.Loyalties.Queue.Sending;

/// <summary>The log entries of the worker. None names a card or a credential.</summary>
internal static partial class QueueLog
{
    [LoggerMessage(1, LogLevel.Error, "The store of the queue failed. The worker tries again.")]
    public static partial void StoreFailed(this ILogger log, Exception error);

    [LoggerMessage(2, LogLevel.Critical, "The store of the queue was replaced by another one. The worker stops.")]
    public static partial void StoreReplaced(this ILogger log, Exception error);

    [LoggerMessage(3, LogLevel.Warning, "The store of the queue was restored from a copy. The worker waits and compares before it sends.")]
    public static partial void StoreRestored(this ILogger log);

    [LoggerMessage(4, LogLevel.Information, "Another worker uses the store. This one waits.")]
    public static partial void StoreInUse(this ILogger log);

    [LoggerMessage(5, LogLevel.Warning, "The service refuses the key of this worker, while others work. It tries once a minute.")]
    public static partial void KeyRefused(this ILogger log);
}
