using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Buys rewards, or says what a purchase would be. Both are refused for the same reasons.</summary>
internal sealed class PurchaseHandler(V2Locator locator, RewardTrade rewards)
{
    private readonly PurchaseQuoter _quoter = new(rewards.Rules);

    public SandboxResponse Purchase(SandboxCall call)
    {
        if (!PurchaseReader.TryRead(call, out var rewardId, out var isDryRun, out var refusal)
            || !locator.TryFindMember(call, out var member, out refusal)
            || !_quoter.TryQuote(call, member, rewardId, out var quote, out refusal))
        {
            return refusal;
        }

        if (isDryRun)
        {
            return TransactionEnvelope.DryRun(writer => RewardTransactionJson.WriteDryRun(writer, quote));
        }

        var purchase = rewards.Recorder.Record(quote, call);
        return TransactionEnvelope.Created(writer => RewardTransactionJson.Write(writer, purchase, call.Now));
    }
}
