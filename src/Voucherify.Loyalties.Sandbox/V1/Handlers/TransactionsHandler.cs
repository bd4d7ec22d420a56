using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Lists the transactions of a card, or of all cards of a campaign.</summary>
internal sealed class TransactionsHandler(ResourceLocator locator, V1Store store)
{
    public SandboxResponse ListOfMember(SandboxCall call) => List(
        call,
        TransactionFilter.MemberFields,
        () => locator.TryFindCard(call, out var card, out var refusal) ? (card.Transactions, null) : (null, refusal));

    public SandboxResponse ListOfCampaign(SandboxCall call) => List(
        call,
        TransactionFilter.CampaignFields,
        () => locator.TryFindCampaign(call, out var campaign, out var refusal)
            ? (store.Writer.TransactionsOf(campaign), null)
            : (null, refusal));

    // The parameters are checked before the card or the campaign is looked up (assumed).
    private static SandboxResponse List(
        SandboxCall call,
        IReadOnlySet<string> fields,
        Func<(IReadOnlyList<Transaction>? Rows, SandboxResponse? Refusal)> find)
    {
        if (!CursorQuery.TryParse(call, out var query, out var problem)
            || !TransactionFilter.TryParse(call, fields, out var filter, out problem))
        {
            return Errors.InvalidQueryParams(call, problem);
        }

        var (rows, refusal) = find();
        return rows is null
            ? refusal!
            : query.Respond(
                rows,
                static row => row.Id,
                row => row.ListedAt <= call.SnapshotAt && filter.Accepts(row),
                TransactionJson.Write);
    }
}
