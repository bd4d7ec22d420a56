using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Starts and resumes payments of orders, which are reconciled when their outcome is unknown.</summary>
/// <param name="context">What the resource clients share.</param>
/// <param name="api">Builds the requests.</param>
internal sealed class OrderPayments(ResourceContext context, IPaymentsApi api)
{
    private readonly KeyedWrites _calls = new(context);
    private readonly PaymentWrites _writes = new(api, context.Reconciliation.Claims);

    /// <summary>Starts a payment.</summary>
    /// <exception cref="ArgumentException">An id or the request is not valid.</exception>
    public Task<OrderTransaction> StartAsync(
        ProgramId programId, MemberId memberId, PayOrderRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        PayOrderRules.Require(request);
        var payment = PendingPayment.Of(programId, memberId, request, context.NewSourceId(), context.UtcNow);
        return _calls.StartAsync(_writes.Create(payment), options, cancellationToken);
    }

    /// <summary>Resumes a payment.</summary>
    /// <exception cref="ArgumentException">An id or the payment is not valid.</exception>
    public Task<OrderTransaction> ResumeAsync(
        PendingPayment payment, ResumeOptions? resume, RequestOptions? options, CancellationToken cancellationToken)
    {
        PayOrderRules.Require(payment, resume);
        return _calls.ResumeAsync(_writes.Create(payment), resume, options, cancellationToken);
    }
}
