using Microsoft.Extensions.Logging;

namespace Voucherify.Loyalties.Authentication;

/// <summary>The log entries about access tokens. Their ids continue those of the client's log.</summary>
internal static partial class TokenLog
{
    [LoggerMessage(7, LogLevel.Debug, "A new access token was issued. It is used for {Lifetime}.")]
    public static partial void TokenIssued(ILogger log, TimeSpan lifetime);

    [LoggerMessage(8, LogLevel.Warning, "The request for an access token failed: {ErrorType}.")]
    public static partial void TokenRefused(ILogger log, string errorType);
}
