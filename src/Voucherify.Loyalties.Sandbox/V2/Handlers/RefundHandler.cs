using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Refunds purchases. The status of the member does not matter (assumed: no document lists it).</summary>
/// <param name="locator">Finds the program.</param>
/// <param name="purchases">The purchases.</param>
/// <param name="refunds">The refunds.</param>
/// <param name="refundedStatus">The status of the refusal of what is refunded already.</param>
internal sealed class RefundHandler(V2Locator locator, RewardPurchases purchases, RewardRefunds refunds, int refundedStatus)
{
    public SandboxResponse Refund(SandboxCall call)
    {
        if (!RefundReader.TryRead(call, out var isForced, out var isWrittenOff, out var refusal)
            || !locator.TryFindProgram(call, out var program, out refusal))
        {
            return refusal;
        }

        var id = call.RouteValues["rewardTransactionId"];
        var purchase = purchases.Find(program.Id, id);
        if (purchase is null && !refunds.Has(id))
        {
            return Errors.ResourceNotFound(call, "reward_transaction", id);
        }

        if (V2Errors.RefuseUnusable(call, program) is { } unusable)
        {
            return unusable;
        }

        if (purchase is null)
        {
            return V2Errors.Refuse(call, "non_purchase_reward_transaction");
        }

        return RefuseState(call, purchase) ?? (RefundRules.Refuse(purchase, isForced) is { } key
            ? V2Errors.Refuse(call, key)
            : Record(call, purchase, isWrittenOff));
    }

    private SandboxResponse? RefuseState(SandboxCall call, RewardPurchase purchase)
    {
        const string Key = "non_approved_reward_transaction";
        var status = purchase.StatusAt(call.Now);
        return status switch
        {
            TransactionStatus.Approved => null,
            TransactionStatus.Refunded => Errors.Refusal(call, refundedStatus, Key, "Resource locked", "The purchase is refunded"),
            _ => Errors.Refusal(call, 423, Key, "Resource locked", $"The purchase is {status}"),
        };
    }

    private SandboxResponse Record(SandboxCall call, RewardPurchase purchase, bool isWrittenOff)
    {
        var refund = refunds.Record(purchase, isWrittenOff, call);
        return TransactionEnvelope.Approved(writer => RewardTransactionJson.WriteRefund(writer, refund));
    }
}
