using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>
/// The log entries, with ids that stay. They tell what a caller does not see: what was tried again, waited for, looked for.
/// How a call ended is in its result or its exception, and is not written twice. Members, cards and keys are in none of them.
/// </summary>
internal static partial class LoyaltyLog
{
    [LoggerMessage(1, LogLevel.Information, "{Operation}: the attempt ended with {Happened}. The next one follows in {Delay}.")]
    public static partial void Retrying(ILogger log, string operation, AttemptEvent happened, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Information, "{Operation}: the rate of calls is used up. The call waits for {Delay}.")]
    public static partial void Pacing(ILogger log, string operation, TimeSpan delay);

    [LoggerMessage(3, LogLevel.Warning, "{Operation}: the outcome of source_id '{SourceId}' is unknown. It is looked for in the transactions.")]
    public static partial void LookingFor(ILogger log, string operation, string? sourceId);

    [LoggerMessage(4, LogLevel.Information, "{Operation}: source_id '{SourceId}' was found: it was applied.")]
    public static partial void Found(ILogger log, string operation, string? sourceId);

    [LoggerMessage(5, LogLevel.Information, "{Operation}: source_id '{SourceId}' was not applied within its window.")]
    public static partial void Absent(ILogger log, string operation, string? sourceId);

    [LoggerMessage(6, LogLevel.Error, "{Operation}: the outcome of source_id '{SourceId}' stays unknown. Resume it with its id; do not send it anew.")]
    public static partial void StaysUnknown(ILogger log, string operation, string? sourceId);

    [LoggerMessage(7, LogLevel.Debug, "A new access token was bought. It is used for {Lifetime}.")]
    public static partial void TokenBought(ILogger log, TimeSpan lifetime);

    [LoggerMessage(8, LogLevel.Warning, "No access token could be bought: {ErrorType}.")]
    public static partial void TokenRefused(ILogger log, string errorType);

    [LoggerMessage(9, LogLevel.Information, "The client '{ClientName}' uses new credentials.")]
    public static partial void CredentialsRotated(ILogger log, string clientName);

    [LoggerMessage(10, LogLevel.Error, "The client '{ClientName}' keeps its credentials: the changed options are not valid. {Reason}")]
    public static partial void CredentialsRefused(ILogger log, string clientName, string reason);
}
