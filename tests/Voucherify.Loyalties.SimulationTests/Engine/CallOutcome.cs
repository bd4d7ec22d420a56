namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>What an exception of the client says about the call.</summary>
internal static class CallOutcome
{
    /// <summary>Returns what asks later what has become of the call; null if its outcome is not unknown.</summary>
    public static Func<CancellationToken, Task<WriteOutcome>>? FollowerOf(Exception error) => error switch
    {
        LoyaltyOutcomeUnknownException unknown => unknown.WaitForOutcomeAsync,
        LoyaltyOperationCanceledException canceled => canceled.WaitForOutcomeAsync,
        _ => null,
    };

    /// <summary>Returns what an exception says; null if no caller may get it.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="isResume">Whether the call resumed an earlier one.</param>
    public static Reported? Of(Exception error, bool isResume) => error switch
    {
        LoyaltyOutcomeUnknownException or LoyaltyOperationCanceledException => Reported.Unknown,
        LoyaltySourceIdConflictException => Reported.Conflict,

        // A resume that ends in the queue has learned nothing about the first call.
        OperationCanceledException or LoyaltyTimeoutException => isResume ? Reported.Unknown : Reported.NotApplied,
        LoyaltyException => Reported.NotApplied,
        _ => null,
    };
}
