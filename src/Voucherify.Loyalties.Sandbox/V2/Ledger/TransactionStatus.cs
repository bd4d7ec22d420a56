namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>How far a transaction is (documented).</summary>
internal static class TransactionStatus
{
    public const string Pending = "PENDING";
    public const string Processing = "PROCESSING";
    public const string Approved = "APPROVED";
    public const string Rejected = "REJECTED";
    public const string Refunded = "REFUNDED";
    public const string Simulated = "SIMULATED";
}
