namespace Voucherify.Loyalties.Calls;

/// <summary>The whole retry policy: what each event means, and what follows it. One row per event.</summary>
internal static class OutcomeTable
{
    /// <summary>What an event means for the service's state.</summary>
    /// <param name="kind">How the attempt ended.</param>
    /// <param name="unknownBefore">Whether an earlier attempt of the same call is unknown.</param>
    public static Certainty CertaintyOf(AttemptKind kind, bool unknownBefore) => kind switch
    {
        AttemptKind.Succeeded => Certainty.Applied,

        AttemptKind.CancelledBeforeSend
            or AttemptKind.GuardRefused
            or AttemptKind.FailedBeforeSend
            or AttemptKind.HeldBack
            or AttemptKind.ConnectFailed
            or AttemptKind.ProxyRefused
            or AttemptKind.TimedOutBeforeSend => Certainty.NotSent,

        // After an unknown attempt, "already exists" may mean that the attempt was applied.
        AttemptKind.Duplicate => unknownBefore ? Certainty.Unknown : Certainty.Rejected,

        AttemptKind.RateLimited
            or AttemptKind.CycleLimitReached
            or AttemptKind.Unauthorized
            or AttemptKind.PaymentRequired
            or AttemptKind.ClientError => Certainty.Rejected,

        AttemptKind.RequestTimeout
            or AttemptKind.ForeignResponse
            or AttemptKind.Redirected
            or AttemptKind.ServerError
            or AttemptKind.NotImplemented
            or AttemptKind.TimedOut
            or AttemptKind.ConnectionLost
            or AttemptKind.CancelledInFlight
            or AttemptKind.BodyLost
            or AttemptKind.BodyEmpty
            or AttemptKind.BodyUnreadable => Certainty.Unknown,

        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no row in the outcome table."),
    };

    /// <summary>What follows an event.</summary>
    /// <param name="kind">How the attempt ended.</param>
    /// <param name="idempotency">What a repeat of the operation does.</param>
    public static NextStep NextStepAfter(AttemptKind kind, Idempotency idempotency) => kind switch
    {
        AttemptKind.Succeeded => NextStep.Return,

        AttemptKind.Unauthorized => NextStep.Renew,

        // Nothing was applied, whatever the operation is, and a wait may help.
        AttemptKind.ConnectFailed
            or AttemptKind.TimedOutBeforeSend
            or AttemptKind.RateLimited => NextStep.Retry,

        // It may have been applied, and a wait may help: retry only operations that are safe to repeat.
        AttemptKind.RequestTimeout
            or AttemptKind.ServerError
            or AttemptKind.TimedOut
            or AttemptKind.ConnectionLost
            or AttemptKind.BodyLost => IsRepeatable(idempotency) ? NextStep.Retry : NextStep.Throw,

        // A repeat would end the same way.
        AttemptKind.CancelledBeforeSend
            or AttemptKind.CancelledInFlight
            or AttemptKind.GuardRefused
            or AttemptKind.FailedBeforeSend
            or AttemptKind.HeldBack
            or AttemptKind.CycleLimitReached
            or AttemptKind.PaymentRequired
            or AttemptKind.Duplicate
            or AttemptKind.ClientError
            or AttemptKind.ForeignResponse
            or AttemptKind.ProxyRefused
            or AttemptKind.Redirected
            or AttemptKind.NotImplemented
            or AttemptKind.BodyEmpty
            or AttemptKind.BodyUnreadable => NextStep.Throw,

        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no row in the outcome table."),
    };

    /// <summary>
    /// Whether an unknown outcome of such a call is reported. A read changes nothing, and a second export job does no harm.
    /// </summary>
    public static bool ReportsUnknown(Idempotency idempotency) =>
        idempotency is not (Idempotency.Safe or Idempotency.HarmlessDuplicate);

    private static bool IsRepeatable(Idempotency idempotency) =>
        idempotency is Idempotency.Safe or Idempotency.Idempotent or Idempotency.HarmlessDuplicate;
}
