namespace Voucherify.Loyalties.Sandbox.Ledger;

/// <summary>The transaction types that this version writes (D).</summary>
internal static class TransactionType
{
    public const string Addition = "POINTS_ADDITION";
    public const string Removal = "POINTS_REMOVAL";
    public const string Expiration = "POINTS_EXPIRATION";
}
