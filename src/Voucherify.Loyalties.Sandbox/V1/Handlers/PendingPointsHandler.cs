using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Lists pending points, and activates, changes or cancels them: each only while it waits (D).</summary>
internal sealed class PendingPointsHandler(ResourceLocator members, PendingLedger pending, SandboxPolicy zeroPoints)
{
    public SandboxResponse ListOfMember(SandboxCall call) =>
        members.TryFind(call, out var card, out var refusal) ? List(call, entry => entry.Card == card) : refusal;

    public SandboxResponse ListOfCampaign(SandboxCall call) =>
        members.TryFindCampaign(call, out var campaign, out var refusal) ? List(call, entry => entry.Card.Campaign == campaign) : refusal;

    public SandboxResponse Activate(SandboxCall call)
    {
        if (!TryFindPending(call, "activated", out var entry, out var refusal))
        {
            return refusal;
        }

        pending.Activate(entry, call.Id);
        var card = entry.Card;
        return JsonResponse.Of(200, writer =>
        {
            BalanceJson.WriteMembers(writer, card, entry.Points, card.Total, card.ExpectedBalance);
            writer.WriteString("operation_type", "MANUAL");
        });
    }

    public SandboxResponse Adjust(SandboxCall call)
    {
        if (!MediaType.IsOrEmpty(call.Request, "application/json"))
        {
            return Errors.UnsupportedMediaType();
        }

        if (!JsonBody.TryParse(call.Request.Body, out var root, out var problem)
            || !JsonBody.TryReadInteger(root, "points", out var points, out problem))
        {
            return Errors.InvalidPayload(call, problem!);
        }

        if (points == 0 && zeroPoints == SandboxPolicy.Reject)
        {
            return Errors.InvalidPayload(call, "Property .points must not be 0");
        }

        if (!TryFindPending(call, "updated", out var entry, out var refusal))
        {
            return refusal;
        }

        // D: nothing left is not a valid amount; whoever wants that cancels.
        if (entry.Points + points <= 0)
        {
            return Errors.InvalidAmount(call);
        }

        pending.Change(entry, points, call.Id);
        return DescribeChange(entry, points);
    }

    public SandboxResponse Cancel(SandboxCall call)
    {
        if (!TryFindPending(call, "canceled", out var entry, out var refusal))
        {
            return refusal;
        }

        pending.Cancel(entry, call.Id);
        return SandboxResponse.Empty(204);
    }

    // E: the total is that of all pending points of the card; there is neither a balance nor a type.
    private static SandboxResponse DescribeChange(PendingEntry entry, long points) => JsonResponse.Of(200, writer =>
    {
        writer.WriteNumber("points", points);
        writer.WriteNumber("total", entry.Card.Pending);
        writer.WriteString("object", "balance");
        writer.WriteStartObject("related_object");
        writer.WriteString("type", "voucher");
        writer.WriteString("id", entry.Card.Id);
        writer.WriteEndObject();
        writer.WriteString("operation_type", "MANUAL");
    });

    // D: only what still waits.
    private SandboxResponse List(SandboxCall call, Func<PendingEntry, bool> belongs) =>
        CursorQuery.TryParse(call.Target.Query, out var query, out var problem)
            ? ListResponse.Cursor(
                query.Run(pending.All, entry => entry.Id, entry => entry.IsPending && belongs(entry)),
                entry => entry.Id,
                PendingPointsJson.Write)
            : Errors.InvalidQueryParams(call, problem);

    private bool TryFindPending(
        SandboxCall call,
        string verb,
        [NotNullWhen(true)] out PendingEntry? entry,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        entry = null;
        if (!members.TryFind(call, out var card, out refusal))
        {
            return false;
        }

        // An entry of another card is not found either (A).
        var id = call.RouteValues["pendingPointsId"];
        entry = pending.Find(id);
        if (entry?.Card != card)
        {
            refusal = Errors.ResourceNotFound(call, "pending_points", id);
        }
        else if (!entry.IsPending)
        {
            refusal = Errors.InvalidPendingPointsState(call, verb, entry.StatusText);
        }

        return refusal is null && entry is not null;
    }
}
