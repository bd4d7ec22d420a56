using System.Globalization;
using System.Net;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Http;

/// <summary>Finds the row of the outcome table for an attempt that ended in an exception.</summary>
internal static class FailureClassifier
{
    /// <summary>Classifies the exception.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="call">The call.</param>
    /// <param name="mayHaveLeft">Whether bytes of the request may have been sent.</param>
    /// <param name="attemptToken">The token of the attempt, which is also cancelled at its timeout.</param>
    public static AttemptResult Classify(
        Exception error,
        LoyaltyCall call,
        bool mayHaveLeft,
        CancellationToken attemptToken) => WithoutProxy(error) switch
        {
            OperationCanceledException when call.CallerToken.IsCancellationRequested =>
                new(mayHaveLeft ? AttemptKind.CancelledInFlight : AttemptKind.CancelledBeforeSend, error),

            OperationCanceledException when attemptToken.IsCancellationRequested =>
                new(mayHaveLeft ? AttemptKind.TimedOut : AttemptKind.TimedOutBeforeSend, TimedOut(call, error)),

            LoyaltySendRefusedException when !mayHaveLeft => new(AttemptKind.GuardRefused, error),

            HttpRequestException { HttpRequestError: var reason } failed
                when !mayHaveLeft || (IsConnectError(reason) && call.Operation.Idempotency == Idempotency.Safe) =>
                new(AttemptKind.ConnectFailed, Connection($"Voucherify could not be reached at {Host(call)}: {failed.Message}", failed)),

            (HttpRequestException or IOException) and var broken =>
                new(
                    mayHaveLeft ? AttemptKind.ConnectionLost : AttemptKind.ConnectFailed,
                    Connection($"The connection to {Host(call)} broke: {broken.Message}", broken)),

            _ => new(mayHaveLeft ? AttemptKind.ConnectionLost : AttemptKind.FailedBeforeSend, error),
        };

    // The message of .NET names the proxy with its user and its password.
    private static Exception WithoutProxy(Exception error)
    {
        if (error is not HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } refused)
        {
            return error;
        }

        var status = ProxyStatusOf(refused);
        return new HttpRequestException(
            HttpRequestError.ProxyTunnelError,
            status is { } known ? $"The proxy refused the tunnel with {(int)known}." : "The proxy refused the tunnel.",
            inner: null,
            status);
    }

    // .NET 8 has the status only in its message, as the last number.
    private static HttpStatusCode? ProxyStatusOf(HttpRequestException refused)
    {
        var message = refused.Message.AsSpan();
        var end = message.LastIndexOfAnyInRange('0', '9') + 1;
        var start = message[..end].LastIndexOfAnyExceptInRange('0', '9') + 1;
        var isCode = int.TryParse(message[start..end], NumberStyles.None, CultureInfo.InvariantCulture, out var code);
        return refused.StatusCode ?? (isCode && code is >= 300 and < 600 ? (HttpStatusCode)code : null);
    }

    private static bool IsConnectError(HttpRequestError reason) => reason
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private static LoyaltyTimeoutException TimedOut(LoyaltyCall call, Exception error)
    {
        var timeout = call.IsLastAttempt
            ? "the time of the call (TotalTimeout, or RequestOptions.Timeout)"
            : "the time of an attempt (AttemptTimeout)";
        return new($"{call.Operation.Name}: no response within {timeout}.", error);
    }

    private static LoyaltyConnectionException Connection(string message, Exception error) => new(message, error);

    private static string Host(LoyaltyCall call) => call.BaseAddress.GetLeftPart(UriPartial.Authority);
}
