using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Pipeline;

/// <summary>Decides which error a call ends with, once no further attempt follows.</summary>
internal static class CallFailure
{
    /// <summary>Creates the error.</summary>
    /// <param name="call">The call.</param>
    /// <param name="options">The client's options.</param>
    /// <param name="interruption">What ended the wait for another attempt; null when the result of the last attempt is final.</param>
    public static Exception Of(LoyaltyCall call, LoyaltyClientOptions options, Exception? interruption)
    {
        var last = interruption ?? call.Last!.Error!;
        var isUnknown = call.WasUnknown && call.ReportsUnknown;
        if (call.CallerToken.IsCancellationRequested && last is OperationCanceledException)
        {
            return isUnknown
                ? Canceled(call, call.Report(options), last)
                : new OperationCanceledException(last.Message, last, call.CallerToken);
        }

        return isUnknown ? Unknown(call, call.Report(options), last) : last;
    }

    private static LoyaltyOperationCanceledException Canceled(LoyaltyCall call, SendReport sent, Exception last) =>
        UnknownOutcome.Cancellation(
            call.Subject,
            sent,
            $"{call.Operation.Name} was cancelled after it may have been sent: whether it was applied is not known.{Advice(call)}",
            last,
            call.CallerToken);

    private static LoyaltyOutcomeUnknownException Unknown(LoyaltyCall call, SendReport sent, Exception last) => UnknownOutcome.Failure(
        call.Subject,
        sent,
        $"{call.Operation.Name} was sent, but whether it was applied is not known: {ErrorText.Of(last)}{Advice(call)}",
        last);

    private static string Advice(LoyaltyCall call) => call.Subject is { SourceId: { } sourceId, MemberId: var member }
        ? $" Look for source_id '{sourceId}' in the transactions of '{member}' before you send it again."
        : "";
}
