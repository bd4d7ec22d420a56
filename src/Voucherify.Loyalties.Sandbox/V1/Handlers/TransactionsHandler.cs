using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Lists what happened to a card, or to all cards of a campaign, a page at a time.</summary>
internal sealed class TransactionsHandler(ResourceLocator members, LedgerWriter book)
{
    public SandboxResponse ListOfMember(SandboxCall call) => List(
        call,
        TransactionFilter.MemberFields,
        () => members.TryFind(call, out var card, out var refusal) ? (card.Transactions, null) : (null, refusal));

    public SandboxResponse ListOfCampaign(SandboxCall call) => List(
        call,
        TransactionFilter.CampaignFields,
        () => members.TryFindCampaign(call, out var campaign, out var refusal) ? (book.TransactionsOf(campaign), null) : (null, refusal));

    // The parameters are checked before the card is looked for (A).
    private static SandboxResponse List(
        SandboxCall call,
        IReadOnlySet<string> fields,
        Func<(IReadOnlyList<Transaction>? History, SandboxResponse? Refusal)> find)
    {
        if (!CursorQuery.TryParse(call.Target.Query, out var query, out var problem)
            || !TransactionFilter.TryParse(call.Target.Query, fields, call.Now, out var filter, out problem))
        {
            return Errors.InvalidQueryParams(call, problem);
        }

        var (history, refusal) = find();
        return history is null
            ? refusal!
            : ListResponse.Cursor(query.Run(history, row => row.Id, filter.Accepts), row => row.Id, TransactionJson.Write);
    }
}
