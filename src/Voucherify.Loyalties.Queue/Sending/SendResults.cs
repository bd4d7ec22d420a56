using System.Net;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Sending;

/// <summary>Decides what the errors of calls mean for a claim (rules 10 and 11). Messages name neither a card nor a credential.</summary>
internal static class SendResults
{
    private const string CycleLimit = "api_calls_cycle";

    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(1);

    /// <summary>The send has failed. What is not certain is unknown.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="error">How the call ended.</param>
    /// <param name="longest">How long it can be applied at most, if the error does not say.</param>
    public static SendOutcome OfSend(Claim claim, Exception error, TimeSpan longest) => error switch
    {
        LoyaltyOutcomeUnknownException { IsRecorded: true } recorded =>
            new(claim, SendOutcomeKind.Recorded) { TransactionId = recorded.TransactionId },
        LoyaltyOutcomeUnknownException unknown => new(claim, SendOutcomeKind.Unknown) { WindowLeft = unknown.WindowLeft },
        LoyaltyOperationCanceledException canceled => new(claim, SendOutcomeKind.Unknown) { WindowLeft = canceled.WindowLeft },
        LoyaltyException { MayHaveBeenApplied: true } => new(claim, SendOutcomeKind.Unknown) { WindowLeft = longest },
        _ => OfCertain(claim, error),
    };

    /// <summary>
    /// The lookup before the send has failed. The window of the row was over, so an id that belongs to another adjustment, or a transaction
    /// that may be this one, decides. If the card is gone, only an operator can. Everything else proves nothing, and the row waits for
    /// another lookup.
    /// </summary>
    public static SendOutcome OfLookup(Claim claim, Exception error) => error switch
    {
        LoyaltySourceIdConflictException or LoyaltyTransactionRejectedException => Dead(claim, error),
        LoyaltyOutcomeUnknownException => Dead(claim, error),
        LoyaltyApiException { StatusCode: HttpStatusCode.NotFound } gone => new(claim, SendOutcomeKind.Dead)
        {
            Error = ErrorOf(gone) with
            {
                Kind = AdjustmentErrorKinds.Ambiguous,
                Message = "The card no longer exists, so it cannot be determined whether the adjustment was applied.",
            },
        },
        LoyaltyApiException refused when IsAccess(refused) || IsCycle(refused) => Paused(claim, refused),
        LoyaltyRateLimitException limit => NotSent(claim, limit.RetryAfter ?? ShortPause),
        _ => NotSent(claim, ShortPause),
    };

    /// <summary>Describes an error without the card and without a credential.</summary>
    public static AdjustmentError ErrorOf(Exception error) => error switch
    {
        LoyaltySourceIdConflictException =>
            new(AdjustmentErrorKinds.Conflict, "The source_id belongs to another adjustment of the card."),
        LoyaltyTransactionRejectedException =>
            new(AdjustmentErrorKinds.Rejected, "The service has recorded the adjustment and rejected it."),
        LoyaltyOutcomeUnknownException => new(
            AdjustmentErrorKinds.Ambiguous, "A transaction may be this adjustment, changed on the way. It was not sent again."),
        LoyaltyApiException refused => new(
            IsAccess(refused) ? AdjustmentErrorKinds.Access : IsCycle(refused) ? AdjustmentErrorKinds.Cycle : AdjustmentErrorKinds.Refused,
            $"The service responded with {(int)refused.StatusCode} {refused.Key}.")
        {
            Key = refused.Key,
            Status = (int)refused.StatusCode,
            RequestId = refused.RequestId,
        },
        ArgumentException => new(AdjustmentErrorKinds.Invalid, "The client refused to send the adjustment: it is not valid."),
        _ => new(AdjustmentErrorKinds.Invalid, error.GetType().Name),
    };

    private static SendOutcome OfCertain(Claim claim, Exception error) => error switch
    {
        LoyaltyRateLimitException limit when !IsCycle(limit) => NotSent(claim, limit.RetryAfter ?? ShortPause),
        LoyaltyApiException refused when IsAccess(refused) || IsCycle(refused) => Paused(claim, refused),
        LoyaltyApiException { StatusCode: < HttpStatusCode.InternalServerError } => Dead(claim, error),
        LoyaltySourceIdConflictException or LoyaltyTransactionRejectedException or ArgumentException => Dead(claim, error),

        // The guard's no: the machine was frozen, or the row is no longer its own.
        LoyaltySendRefusedException => new(claim, SendOutcomeKind.NotSent),

        // No connection, no token: nothing has left.
        _ => NotSent(claim, ShortPause),
    };

    private static SendOutcome Dead(Claim claim, Exception error) => new(claim, SendOutcomeKind.Dead) { Error = ErrorOf(error) };

    private static SendOutcome NotSent(Claim claim, TimeSpan wait) =>
        new(claim, SendOutcomeKind.NotSent) { RetryAfter = wait, IsFailure = true };

    private static SendOutcome Paused(Claim claim, LoyaltyApiException error) =>
        new(claim, SendOutcomeKind.NotSent) { RetryAfter = ShortPause, Error = ErrorOf(error), Pauses = true };

    private static bool IsAccess(LoyaltyApiException error) =>
        error.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden;

    private static bool IsCycle(LoyaltyApiException error) => error is LoyaltyRateLimitException { LimitType: CycleLimit };
}
