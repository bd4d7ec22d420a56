using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Creates the errors of a write that was searched for.</summary>
internal static class ReconciliationErrors
{
    /// <summary>Creates the error of a write whose outcome stays unknown.</summary>
    public static Exception Unknown(LoyaltyCall call, SendState sent, bool wasFound, Exception? lastError)
    {
        var finding = wasFound
            ? "was found in the transactions, but its response could not be created: do not send it again, resume it. "
            : "is not in the transactions yet: whether it was or will be applied is not known. Resume it later. ";
        var subject = call.Subject;
        return UnknownOutcome.Failure(
            subject,
            sent.Attempts,
            sent.LastSentAt,
            $"{call.Operation.Name} with source_id '{subject?.SourceId}' for '{subject?.MemberId}' was sent, and "
                + finding + lastError?.Message,
            lastError);
    }

    /// <summary>Returns what a failed send reported last.</summary>
    public static Exception CauseOf(Exception failure) => (failure as LoyaltyOutcomeUnknownException)?.InnerException ?? failure;

    /// <summary>Creates the error of a write that the caller cancelled while its outcome was unknown.</summary>
    public static Exception Canceled(LoyaltyCall call, OperationCanceledException error)
    {
        var subject = call.Subject;
        return UnknownOutcome.Cancellation(
            subject,
            $"{call.Operation.Name} was cancelled while its outcome was unknown. Resume it with its source_id '{subject?.SourceId}'.",
            error,
            call.CallerToken);
    }
}
