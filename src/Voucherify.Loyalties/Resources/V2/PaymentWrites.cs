using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Creates the writes that pay orders.</summary>
/// <param name="context">What the resource clients share.</param>
/// <param name="api">Builds the requests.</param>
internal sealed class PaymentWrites(ResourceContext context, IPaymentsApi api)
{
    /// <summary>Creates the write of a payment.</summary>
    /// <exception cref="ArgumentException">An id is not valid.</exception>
    public KeyedWrite<OrderTransactionAnswer> Create(PendingPayment payment)
    {
        var (member, body) = (payment.Member, payment.ToBody());
        return new(
            V2Operations.PayOrder,
            ExpectedPayment.Of(payment, context.Reconciliation.Claims),
            payment,
            () => api.PayOrder(member.ProgramId, member.MemberId, body))
        {
            TransactionOf = static answer => answer.Transaction,
            Recover = static found => new() { Transaction = (OrderTransaction)found },
        };
    }
}
