using System.Globalization;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Creates the errors of a write that was searched for.</summary>
internal static class ReconciliationErrors
{
    /// <summary>Creates the error of a write whose outcome stays unknown.</summary>
    /// <param name="call">The write.</param>
    /// <param name="sent">When it was sent.</param>
    /// <param name="wasFound">Whether it was found; null if the last search could not read the transactions.</param>
    /// <param name="lastError">What failed last.</param>
    /// <param name="candidates">The ids of the transactions that may be the write.</param>
    public static Exception Unknown(
        LoyaltyCall call, SendState sent, bool? wasFound, Exception? lastError, IReadOnlyList<string> candidates)
    {
        var finding = wasFound switch
        {
            _ when sent.RecordedAs is { } id =>
                $"The service has recorded it as the transaction {id}, and has not applied or rejected it yet. Resume it later.",
            true => "It was found in the transactions, but its response could not be created: do not send it again, resume it.",
            false => "It was not found in the transactions, and whether it was or will be applied is not known. Resume it later.",
            null => "The last search for it could not read the transactions, so whether it was or will be applied is not known. "
                + "Resume it later.",
        };
        var subject = call.Subject;
        return UnknownOutcome.Failure(
            subject,
            Report(sent) with { Candidates = candidates },
            $"{call.Operation.Name} with {subject?.Label} for '{subject?.MemberId}' {Sends(sent)}. "
                + $"{finding} {(lastError is null ? null : ErrorText.Of(lastError))}".TrimEnd(),
            lastError);
    }

    /// <summary>Creates the error of a call whose time ended before it sent anything.</summary>
    public static Exception NothingSent(LoyaltyCall call) =>
        new LoyaltyTimeoutException($"{call.Operation.Name}: the time was over before anything was sent.");

    /// <summary>Creates the error of a caller that gives up the wait for another call, which may send at any moment.</summary>
    /// <param name="call">The call of this caller.</param>
    /// <param name="window">How long a send can still be applied.</param>
    /// <param name="cancellation">The cancellation; null if the time is over.</param>
    public static Exception StoppedWaiting(LoyaltyCall call, TimeSpan window, OperationCanceledException? cancellation)
    {
        var subject = call.Subject;
        var sent = new SendReport(Attempts: 0, LastSentAt: null, window);
        var reason = cancellation is null ? "it did not end in time" : "this caller cancelled";
        var message = $"{call.Operation.Name} waited for another call with {subject?.Label} for '{subject?.MemberId}', and "
            + $"{reason}: whether it was applied is not known. Make the call again.";
        return cancellation is null
            ? UnknownOutcome.Failure(subject, sent, message, cause: null)
            : UnknownOutcome.Cancellation(subject, sent, message, cancellation, call.CallerToken);
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
            $"{call.Operation.Name} was cancelled while its outcome was unknown. "
                + (subject?.About is null ? $"Resume it with its source_id '{subject?.SourceId}'." : "Resume it, or make it again."),
            error,
            call.CallerToken);
    }

    private static SendReport Report(SendState sent) => new(sent.Attempts, sent.LastSentAt, sent.WindowLeft, sent.RecordedAs);

    // What this call did, and what it had to assume.
    private static string Sends(SendState sent) => sent switch
    {
        { Attempts: > 0 } => "was sent",
        { LastSentAt: { } last } => string.Create(
            CultureInfo.InvariantCulture, $"was not sent by this call, but may have been sent before, at {last:u} at the latest"),
        _ => "was not sent by this call, but it is assumed that it was sent just before",
    };
}
