using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Lists what happened to a member, newest first by default (assumed).</summary>
internal sealed class ActivityHandler(ResourceLocator locator, V1Store store)
{
    public SandboxResponse List(SandboxCall call)
    {
        if (!CursorQuery.TryParse(call, out var query, out var problem, sortedBy: "created_at"))
        {
            return Errors.InvalidQueryParams(call, problem);
        }

        return locator.TryFindCard(call, out var card, out var refusal)
            ? query.Respond(
                card.Activities,
                static row => row.Id,
                static _ => true,
                (writer, row) => ActivityJson.Write(writer, row, store.Customers.Find(card.HolderId)))
            : refusal;
    }
}
