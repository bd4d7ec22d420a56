using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Handlers.Listing;
using Voucherify.Loyalties.Sandbox.Ledger;

namespace Voucherify.Loyalties.Sandbox.Handlers;

/// <summary>Lists what happened to a member, newest first unless asked otherwise (A).</summary>
internal sealed class ActivityHandler(MemberLocator members, CustomerRegister customers)
{
    public SandboxResponse List(SandboxCall call)
    {
        if (!CursorQuery.TryParse(call.Target.Query, out var query, out var problem, "created_at"))
        {
            return Errors.InvalidQueryParams(call, problem);
        }

        return members.TryFind(call, out var card, out var refusal)
            ? ListJson.Cursor(
                query.Run(card.Activities, static row => row.Id, static _ => true),
                static row => row.Id,
                (writer, row) => ActivityJson.Write(writer, row, customers.Find(card.HolderId)))
            : refusal;
    }
}
