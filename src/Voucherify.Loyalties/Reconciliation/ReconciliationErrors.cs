using System.Globalization;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Creates the errors of a write that was searched for.</summary>
internal static class ReconciliationErrors
{
    /// <summary>Creates the error of a write whose outcome stays unknown.</summary>
    public static Exception Unknown(LoyaltyCall call, SendState sent, bool wasFound, Exception? lastError)
    {
        var finding = wasFound
            ? "It was found in the transactions, but its response could not be created: do not send it again, resume it."
            : "It was not found in the transactions, and whether it was or will be applied is not known. Resume it later.";
        var subject = call.Subject;
        return UnknownOutcome.Failure(
            subject,
            Report(sent),
            $"{call.Operation.Name} with source_id '{subject?.SourceId}' for '{subject?.MemberId}' {Sends(sent)}. "
                + $"{finding} {lastError?.Message}".TrimEnd(),
            lastError);
    }

    /// <summary>Returns what a failed send reported last.</summary>
    public static Exception CauseOf(Exception failure) => (failure as LoyaltyOutcomeUnknownException)?.InnerException ?? failure;

    /// <summary>Creates the error of a write that the caller cancelled while its outcome was unknown.</summary>
    public static Exception Canceled(LoyaltyCall call, SendState sent, OperationCanceledException error)
    {
        var subject = call.Subject;
        return UnknownOutcome.Cancellation(
            subject,
            Report(sent),
            $"{call.Operation.Name} was cancelled while its outcome was unknown. Resume it with its source_id '{subject?.SourceId}'.",
            error,
            call.CallerToken);
    }

    private static SendReport Report(SendState sent) =>
        new(sent.Attempts, sent.LastSentAt, sent.WindowLeft > TimeSpan.Zero ? sent.WindowLeft : TimeSpan.Zero);

    // What this call did, and what it had to assume.
    private static string Sends(SendState sent) => sent switch
    {
        { Attempts: > 0 } => "was sent",
        { LastSentAt: { } last } => string.Create(
            CultureInfo.InvariantCulture, $"was not sent by this call, but may have been sent before, at {last:u} at the latest"),
        _ => "was not sent by this call, but it is assumed that it was sent just before",
    };
}
