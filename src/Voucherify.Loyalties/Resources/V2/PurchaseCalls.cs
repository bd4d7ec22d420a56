using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>The calls that the client itself makes for purchases.</summary>
internal static class PurchaseCalls
{
    /// <summary>Creates what waits for a purchase.</summary>
    public static TransactionWait<RewardTransaction> NewWait(
        this IPurchasesClient purchases, MemberAddress member, string transactionId, ResourceContext context, WaitOptions wait)
    {
        var query = MemberTransactionQueries.PurchaseById(transactionId);
        return new(
            context.Clock,
            transactionId,
            wait,
            (options, cancellationToken) =>
                purchases.ListMemberPurchasesPageAsync(member.ProgramId, member.MemberId, query, options, cancellationToken));
    }
}
