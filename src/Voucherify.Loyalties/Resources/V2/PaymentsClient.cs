using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>The hand-written part: one method pays, and another one only computes what a payment would be.</summary>
internal sealed partial class PaymentsClient
{
    /// <inheritdoc />
    public Task<OrderTransaction> PayOrderAsync(
        ProgramId programId,
        MemberId memberId,
        PayOrderRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        SendAsync(V2Operations.PayOrder, TransactionMode.Transaction, programId, memberId, request, options, cancellationToken);

    /// <inheritdoc />
    public Task<OrderTransaction> SimulateOrderPaymentAsync(
        ProgramId programId,
        MemberId memberId,
        PayOrderRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        SendAsync(
            V2Operations.SimulateOrderPayment, TransactionMode.DryRun, programId, memberId, request, options, cancellationToken);

    private Task<OrderTransaction> SendAsync(
        Operation<OrderTransactionAnswer> operation,
        TransactionMode mode,
        ProgramId programId,
        MemberId memberId,
        PayOrderRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var program = IdCheck.Require(programId);
        var member = IdCheck.Require(memberId);
        PayOrderRules.Require(request);
        var body = request with { Mode = mode };
        return _context.Dispatcher
            .SendAsync(operation, () => _api.PayOrder(program, member, body), options, cancellationToken)
            .SelectAsync(static answer => answer.Transaction!);
    }
}
