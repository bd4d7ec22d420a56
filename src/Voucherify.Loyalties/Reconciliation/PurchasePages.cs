using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads the purchases of a member.</summary>
internal sealed class PurchasePages(Func<IPurchasesApi> createApi, TransactionPageReader reader)
    : ListedPages<RewardTransaction, IOfMember>(V2Operations.ListMemberPurchases, reader)
{
    private IPurchasesApi Api => field ??= createApi();

    protected override Task<HttpRequestMessage> BuildAsync(IOfMember expected, NamedValues query) =>
        Api.ListMemberPurchases(expected.Member.ProgramId, expected.Member.MemberId, query);

    protected override NamedValues ById(string id) => MemberTransactionQueries.PurchaseById(id).ToValues();

    protected override NamedValues NewestFirst(string? cursor) => MemberTransactionQueries.Purchases(cursor).ToValues();
}
