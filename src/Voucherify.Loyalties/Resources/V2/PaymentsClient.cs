using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>The hand-written part: payments, which are reconciled when their outcome is unknown, and their dry runs.</summary>
internal sealed partial class PaymentsClient
{
    private OrderPayments Payments => field ??= new OrderPayments(_context, _api);

    /// <inheritdoc />
    public Task<OrderTransaction> PayOrderAsync(
        ProgramId programId,
        MemberId memberId,
        PayOrderRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Payments.StartAsync(programId, memberId, request, options, cancellationToken);

    /// <inheritdoc />
    public Task<OrderTransaction> SimulateOrderPaymentAsync(
        ProgramId programId,
        MemberId memberId,
        PayOrderRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var member = MemberAddress.Of(programId, memberId);
        PayOrderRules.Require(request);
        var body = request with { Mode = TransactionMode.DryRun };
        return _context.Dispatcher
            .SendAsync(
                V2Operations.SimulateOrderPayment,
                () => _api.PayOrder(member.ProgramId, member.MemberId, body),
                options,
                cancellationToken)
            .SelectAsync(static answer => answer.Transaction!);
    }

    /// <inheritdoc />
    public Task<OrderTransaction> ResumeOrderPaymentAsync(
        PendingPayment payment,
        ResumeOptions? resumeOptions = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Payments.ResumeAsync(payment, resumeOptions, options, cancellationToken);

    /// <inheritdoc />
    public Task<OrderTransaction> WaitForOrderPaymentAsync(
        ProgramId programId,
        MemberId memberId,
        OrderTransactionId transactionId,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var query = MemberTransactionQueries.PaymentById(IdCheck.Require(transactionId));
        MemberAddress.Of(programId, memberId);
        return new TransactionWait<OrderTransaction>(
            _context.Clock,
            transactionId.Value,
            WaitOptions.Checked(wait),
            (each, token) => ListMemberOrderPaymentsPageAsync(programId, memberId, query, each, token))
            .UntilEndedAsync(options, cancellationToken);
    }
}
