namespace Voucherify.Loyalties.V2;

public sealed partial record RewardTransaction
{
    /// <summary>
    /// Whether it is applied or rejected, so that no points move any more. A purchase that was applied can still be refunded.
    /// </summary>
    public bool HasEnded =>
        Status?.Value is RewardTransactionStatus.Approved or RewardTransactionStatus.Rejected or RewardTransactionStatus.Refunded;
}
