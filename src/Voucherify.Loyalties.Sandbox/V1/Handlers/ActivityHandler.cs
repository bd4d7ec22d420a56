using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Lists what happened to a member, newest first unless asked otherwise (A).</summary>
internal sealed class ActivityHandler(ResourceLocator members, CustomerRegistry customers)
{
    public SandboxResponse List(SandboxCall call)
    {
        if (!CursorQuery.TryParse(call.Target.Query, out var query, out var problem, "created_at"))
        {
            return Errors.InvalidQueryParams(call, problem);
        }

        return members.TryFind(call, out var card, out var refusal)
            ? ListResponse.Cursor(
                query.Run(card.Activities, static row => row.Id, static _ => true),
                static row => row.Id,
                (writer, row) => ActivityJson.Write(writer, row, customers.Find(card.HolderId)))
            : refusal;
    }
}
