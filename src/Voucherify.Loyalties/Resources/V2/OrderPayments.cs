using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Starts and resumes payments of orders, which are reconciled when their outcome is unknown.</summary>
/// <param name="context">What the resource clients share.</param>
/// <param name="writes">Creates the writes.</param>
internal sealed class OrderPayments(ResourceContext context, PaymentWrites writes)
{
    private readonly KeyedWrites _calls = new(context);

    /// <summary>Starts a payment.</summary>
    /// <exception cref="ArgumentException">An id or the request is not valid.</exception>
    public Task<OrderTransaction> StartAsync(
        ProgramId programId, MemberId memberId, PayOrderRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        PayOrderRules.Require(request);
        var payment = PendingPayment.Of(programId, memberId, request, context.NewSourceId(), context.UtcNow);
        return _calls.StartAsync(writes.Create(payment), options, cancellationToken).SelectAsync(static answer => answer.Transaction!);
    }

    /// <summary>Resumes a payment.</summary>
    /// <exception cref="ArgumentException">An id or the payment is not valid.</exception>
    public Task<OrderTransaction> ResumeAsync(
        PendingPayment payment, ResumeOptions? resume, RequestOptions? options, CancellationToken cancellationToken)
    {
        PayOrderRules.Require(payment, resume);
        return _calls.ResumeAsync(writes.Create(payment), resume, options, cancellationToken)
            .SelectAsync(static answer => answer.Transaction!);
    }
}
