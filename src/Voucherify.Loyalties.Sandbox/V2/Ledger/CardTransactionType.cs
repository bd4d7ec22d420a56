namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The types of card transactions that the sandbox writes (documented).</summary>
internal static class CardTransactionType
{
    public const string AdminCredit = "ADMIN_CREDIT";
    public const string AdminDebit = "ADMIN_DEBIT";
}
