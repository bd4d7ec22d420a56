using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Pipeline;

/// <summary>Decides which error a call ends with, once no further attempt follows.</summary>
internal static class CallFailure
{
    /// <summary>Creates the error.</summary>
    /// <param name="call">The call.</param>
    /// <param name="interruption">What ended the wait for another attempt; null when the result of the last attempt is final.</param>
    public static Exception Of(LoyaltyCall call, Exception? interruption)
    {
        var last = interruption ?? call.Last?.Error;
        var isUnknown = call.WasUnknown && OutcomeTable.ReportsUnknown(call.Operation.Idempotency);
        if (call.CallerToken.IsCancellationRequested && last is OperationCanceledException)
        {
            return isUnknown ? Canceled(call, last) : new OperationCanceledException(last.Message, last, call.CallerToken);
        }

        return isUnknown ? Unknown(call, last) : last ?? new LoyaltyException($"{call.Operation.Name} ended without a response.");
    }

    private static LoyaltyOperationCanceledException Canceled(LoyaltyCall call, Exception last) => UnknownOutcome.Cancellation(
        call.Subject,
        $"{call.Operation.Name} was cancelled after it may have been sent: whether it was applied is not known.{Advice(call)}",
        last,
        call.CallerToken);

    private static LoyaltyOutcomeUnknownException Unknown(LoyaltyCall call, Exception? last) => UnknownOutcome.Failure(
        call.Subject,
        call.Attempts,
        lastSentAt: null,
        $"{call.Operation.Name} was sent, but whether it was applied is not known: {last?.Message}{Advice(call)}",
        last);

    private static string Advice(LoyaltyCall call) => call.Subject is { SourceId: { } sourceId, MemberId: var member }
        ? $" Look for source_id '{sourceId}' in the transactions of '{member}' before you send it again."
        : "";
}
