namespace Voucherify.Loyalties.V2;

public sealed partial record OrderTransaction
{
    /// <summary>Whether it is applied or rejected, so that its status no longer changes.</summary>
    public bool HasEnded => Status?.Value is OrderTransactionStatus.Approved or OrderTransactionStatus.Rejected;
}
