using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads the payments of a member.</summary>
internal sealed class PaymentPages(Func<IPaymentsApi> createApi, PaidOrderLookup orders, TransactionPageReader reader)
    : ListedPages<OrderTransaction, ExpectedPayment>(V2Operations.ListMemberOrderPayments, reader)
{
    private IPaymentsApi Api => field ??= createApi();

    // A payment that the service has named is found by its id.
    protected override Task PrepareAsync(ExpectedPayment expected, PageLimits limits) =>
        expected.RecordedAs is null ? orders.ResolveAsync(expected.Order, limits) : Task.CompletedTask;

    protected override Task<HttpRequestMessage> BuildAsync(ExpectedPayment expected, NamedValues query) =>
        Api.ListMemberOrderPayments(expected.Member.ProgramId, expected.Member.MemberId, query);

    protected override NamedValues ById(string id) => MemberTransactionQueries.PaymentById(id).ToValues();

    protected override NamedValues NewestFirst(string? cursor) => MemberTransactionQueries.Payments(cursor).ToValues();
}
