namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>The transaction types that the sandbox writes (documented).</summary>
internal static class TransactionType
{
    public const string Addition = "POINTS_ADDITION";
    public const string Accrual = "POINTS_ACCRUAL";
    public const string Removal = "POINTS_REMOVAL";
    public const string Expiration = "POINTS_EXPIRATION";
    public const string TransferOut = "POINTS_TRANSFER_OUT";
    public const string TransferIn = "POINTS_TRANSFER_IN";
    public const string Redemption = "POINTS_REDEMPTION";
    public const string PendingPointsActivation = "PENDING_POINTS_ACTIVATION";

    /// <summary>Only in the journal: the service writes no transaction.</summary>
    public const string PendingPointsAdded = "PENDING_POINTS_ADDED";

    /// <summary>Only in the journal: the service writes no transaction.</summary>
    public const string PendingPointsUpdated = "PENDING_POINTS_UPDATED";

    /// <summary>Only in the journal: the service writes no transaction.</summary>
    public const string PendingPointsCanceled = "PENDING_POINTS_CANCELED";
}
