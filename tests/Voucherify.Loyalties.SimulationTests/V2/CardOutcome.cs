namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>What an exception of the client says about an adjustment of version 2.</summary>
internal static class CardOutcome
{
    /// <summary>Returns the transaction that an unknown outcome names; null if it names none.</summary>
    public static string? TransactionOf(Exception error) => error switch
    {
        LoyaltyOutcomeUnknownException unknown => unknown.TransactionId,
        LoyaltyOperationCanceledException canceled => canceled.TransactionId,
        _ => null,
    };
}
