using Voucherify.Loyalties.Internal;

namespace Voucherify.Loyalties.Resilience;

/// <summary>The whole retry policy: what each event means, and what follows it. One row an event.</summary>
internal static class OutcomeTable
{
    /// <summary>What an event means for the service's state.</summary>
    /// <param name="happened">What happened to the attempt.</param>
    /// <param name="unknownBefore">Whether an earlier attempt of the same call is unknown.</param>
    public static OutcomeClass Classify(AttemptEvent happened, bool unknownBefore) => happened switch
    {
        AttemptEvent.Succeeded => OutcomeClass.Applied,

        AttemptEvent.CancelledBeforeSend
            or AttemptEvent.GuardRefused
            or AttemptEvent.FailedBeforeSend
            or AttemptEvent.HeldBack
            or AttemptEvent.ConnectFailed
            or AttemptEvent.TimedOutBeforeSend => OutcomeClass.NotSent,

        // "It exists already" after an unknown attempt may mean: that attempt was applied.
        AttemptEvent.Duplicate => unknownBefore ? OutcomeClass.Unknown : OutcomeClass.Rejected,

        AttemptEvent.RateLimited
            or AttemptEvent.CycleLimitReached
            or AttemptEvent.Unauthorized
            or AttemptEvent.PaymentRequired
            or AttemptEvent.ClientError => OutcomeClass.Rejected,

        AttemptEvent.RequestTimeout
            or AttemptEvent.Redirected
            or AttemptEvent.ServerError
            or AttemptEvent.NotImplemented
            or AttemptEvent.TimedOut
            or AttemptEvent.ConnectionLost
            or AttemptEvent.CancelledInFlight
            or AttemptEvent.BodyLost
            or AttemptEvent.BodyEmpty
            or AttemptEvent.BodyUnreadable => OutcomeClass.Unknown,

        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "This event has no row in the outcome table."),
    };

    /// <summary>What follows an event.</summary>
    /// <param name="happened">What happened to the attempt.</param>
    /// <param name="idempotency">What a repeat of the operation does.</param>
    public static Reaction React(AttemptEvent happened, Idempotency idempotency) => happened switch
    {
        AttemptEvent.Succeeded => Reaction.Return,

        AttemptEvent.Unauthorized => Reaction.Renew,

        // Nothing was applied, whatever the operation, and a wait may help.
        AttemptEvent.ConnectFailed
            or AttemptEvent.TimedOutBeforeSend
            or AttemptEvent.RateLimited => Reaction.Retry,

        // It may have been applied, and a wait may help: only for what a repeat does not change.
        AttemptEvent.RequestTimeout
            or AttemptEvent.ServerError
            or AttemptEvent.TimedOut
            or AttemptEvent.ConnectionLost
            or AttemptEvent.BodyLost => IsRepeatable(idempotency) ? Reaction.Retry : Reaction.Throw,

        // A repeat would end the same way.
        AttemptEvent.CancelledBeforeSend
            or AttemptEvent.CancelledInFlight
            or AttemptEvent.GuardRefused
            or AttemptEvent.FailedBeforeSend
            or AttemptEvent.HeldBack
            or AttemptEvent.CycleLimitReached
            or AttemptEvent.PaymentRequired
            or AttemptEvent.Duplicate
            or AttemptEvent.ClientError
            or AttemptEvent.Redirected
            or AttemptEvent.NotImplemented
            or AttemptEvent.BodyEmpty
            or AttemptEvent.BodyUnreadable => Reaction.Throw,

        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "This event has no row in the outcome table."),
    };

    /// <summary>Whether a call of this class that ends unknown is reported as such; a read changes nothing, and a second export job harms nobody.</summary>
    public static bool MindsUnknown(Idempotency idempotency) =>
        idempotency is not (Idempotency.Safe or Idempotency.HarmlessDuplicate);

    private static bool IsRepeatable(Idempotency idempotency) =>
        idempotency is Idempotency.Safe or Idempotency.Idempotent or Idempotency.HarmlessDuplicate;
}
