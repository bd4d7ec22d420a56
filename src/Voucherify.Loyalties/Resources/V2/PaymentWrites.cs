using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Creates the writes that pay orders.</summary>
/// <param name="api">Builds the requests.</param>
/// <param name="claims">The transactions that this client knows to be its writes.</param>
internal sealed class PaymentWrites(IPaymentsApi api, TransactionClaims claims)
{
    /// <summary>Creates the write of a payment.</summary>
    /// <exception cref="ArgumentException">An id is not valid.</exception>
    public KeyedWrite<OrderTransactionAnswer, OrderTransaction> Create(PendingPayment payment)
    {
        var (member, body) = (payment.Member, payment.ToBody());
        return new(
            V2Operations.PayOrder,
            TransactionAnswers.OfOrder,
            ExpectedPayment.Of(payment, claims),
            payment,
            () => api.PayOrder(member.ProgramId, member.MemberId, body));
    }
}
