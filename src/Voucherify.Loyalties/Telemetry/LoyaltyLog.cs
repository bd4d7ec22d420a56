using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>
/// The log entries. Their ids never change. They report what a caller does not see: retries, waits and searches. The result or exception of
/// a call shows how it ended, so that is not logged as well. No entry contains a member, a card or a key.
/// </summary>
internal static partial class LoyaltyLog
{
    [LoggerMessage(1, LogLevel.Information, "{Operation}: the attempt ended with {Result}. The next attempt follows in {Delay}.")]
    public static partial void Retrying(ILogger log, string operation, AttemptKind result, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Information, "{Operation}: the rate limit is used up. The call waits for {Delay}.")]
    public static partial void Pacing(ILogger log, string operation, TimeSpan delay);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "{Operation}: the outcome of source_id '{SourceId}' is unknown. The client searches the transactions for it.")]
    public static partial void Searching(ILogger log, string operation, string? sourceId);

    [LoggerMessage(4, LogLevel.Information, "{Operation}: source_id '{SourceId}' was found: it was applied.")]
    public static partial void Found(ILogger log, string operation, string? sourceId);

    [LoggerMessage(5, LogLevel.Information, "{Operation}: source_id '{SourceId}' was not applied within its window.")]
    public static partial void Absent(ILogger log, string operation, string? sourceId);

    [LoggerMessage(
        6,
        LogLevel.Error,
        "{Operation}: the outcome of source_id '{SourceId}' remains unknown. Resume it with the same id; do not send it as a new write.")]
    public static partial void StaysUnknown(ILogger log, string operation, string? sourceId);

    [LoggerMessage(9, LogLevel.Information, "The client '{ClientName}' now uses new credentials.")]
    public static partial void CredentialsRotated(ILogger log, string clientName);

    [LoggerMessage(10, LogLevel.Error, "The client '{ClientName}' keeps its credentials: the changed options are not valid. {Reason}")]
    public static partial void CredentialsRefused(ILogger log, string clientName, string reason);

    [LoggerMessage(
        11,
        LogLevel.Warning,
        "{Operation}: the response with status {Status} does not look like Voucherify's. Check the cluster, the proxy, the firewall.")]
    public static partial void ForeignResponse(ILogger log, string operation, int status);

    [LoggerMessage(
        12,
        LogLevel.Error,
        "{Operation}: source_id '{SourceId}' is in the transactions more than once: its points were counted more than once.")]
    public static partial void Duplicate(ILogger log, string operation, string? sourceId);

    [LoggerMessage(
        13,
        LogLevel.Warning,
        "The client stops while the outcome of adjustments or transfers is unknown. What it remembers of them is lost. Cards: {Cards}.")]
    public static partial void Stopped(ILogger log, int cards);

    [LoggerMessage(
        14,
        LogLevel.Warning,
        "{Operation}: the card is closed until the outcome is known, or the call can no longer be applied.")]
    public static partial void CardClosed(ILogger log, string operation);

    [LoggerMessage(
        15,
        LogLevel.Warning,
        "{Operation}: the caller no longer waits for the outcome of source_id '{SourceId}'. The search continues in the background.")]
    public static partial void SearchingInBackground(ILogger log, string operation, string? sourceId);
}
