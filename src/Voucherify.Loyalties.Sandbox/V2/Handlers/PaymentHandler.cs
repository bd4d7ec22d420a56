using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Pays orders with points, or says what a payment would be. Both are refused for the same reasons.</summary>
internal sealed class PaymentHandler(PaymentLocator locator, MemberSpending spending)
{
    public SandboxResponse Pay(SandboxCall call)
    {
        if (!PaymentReader.TryRead(call, out var request, out var refusal)
            || !locator.TryFind(call, request, out var card, out var order, out refusal))
        {
            return refusal;
        }

        var (quote, key) = spending.PaymentQuotes.Of(card, order, request.Limit, call.Now);
        if (quote is null)
        {
            return V2Errors.Refuse(call, key!);
        }

        if (request.IsDryRun)
        {
            return TransactionEnvelope.DryRun(writer => OrderTransactionJson.WriteDryRun(writer, quote));
        }

        var payment = spending.Payments.Record(quote, call);
        return TransactionEnvelope.Created(writer => OrderTransactionJson.Write(writer, payment, call.Now));
    }
}
