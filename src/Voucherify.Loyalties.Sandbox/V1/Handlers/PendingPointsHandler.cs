using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Lists, activates, adjusts and cancels pending points. They can change only while they are pending (documented).</summary>
internal sealed class PendingPointsHandler(SandboxV1Options options, ResourceLocator locator, V1Store store)
{
    private readonly PendingAdjustmentReader _reader = new(options);

    public SandboxResponse ListOfMember(SandboxCall call) => locator.TryFindCard(call, out var card, out var refusal)
        ? List(call, entry => entry.Card == card)
        : refusal;

    public SandboxResponse ListOfCampaign(SandboxCall call) => locator.TryFindCampaign(call, out var campaign, out var refusal)
        ? List(call, entry => entry.Card.Campaign == campaign)
        : refusal;

    public SandboxResponse Activate(SandboxCall call)
    {
        if (!TryFindPending(call, "activated", out var entry, out var refusal))
        {
            return refusal;
        }

        store.Pending.Activate(entry, call.Id);
        var card = entry.Card;
        return JsonResponse.Object(writer => BalanceJson.Write(writer, card, entry.Points, card.Total, card.ExpectedBalance));
    }

    public SandboxResponse Adjust(SandboxCall call)
    {
        if (!_reader.TryRead(call, out var points, out var refusal) || !TryFindPending(call, "updated", out var entry, out refusal))
        {
            return refusal;
        }

        // An adjustment must leave at least one point (documented): to remove all of them is to cancel.
        if (entry.Points + points <= 0)
        {
            return Errors.InvalidAmount(call);
        }

        store.Pending.Change(entry, points, call.Id);
        return JsonResponse.Object(writer => BalanceJson.WritePending(writer, entry.Card, points));
    }

    public SandboxResponse Cancel(SandboxCall call)
    {
        if (!TryFindPending(call, "canceled", out var entry, out var refusal))
        {
            return refusal;
        }

        store.Pending.Cancel(entry, call.Id);
        return SandboxResponse.Empty(204);
    }

    // Only entries that are still pending (documented).
    private SandboxResponse List(SandboxCall call, Func<PendingEntry, bool> belongs) =>
        CursorQuery.TryParse(call, out var query, out var problem)
            ? query.Respond(
                store.Pending.All,
                static entry => entry.Id,
                entry => entry.IsPending && belongs(entry),
                PendingPointsJson.Write)
            : Errors.InvalidQueryParams(call, problem);

    private bool TryFindPending(
        SandboxCall call,
        string verb,
        [NotNullWhen(true)] out PendingEntry? entry,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        entry = null;
        if (!locator.TryFindCard(call, out var card, out refusal))
        {
            return false;
        }

        // An entry of another card is not found (assumed).
        var id = call.RouteValues["pendingPointsId"];
        entry = store.Pending.Find(id);
        if (entry?.Card != card)
        {
            refusal = Errors.ResourceNotFound(call, "pending_points", id);
        }
        else if (!entry.IsPending)
        {
            refusal = Errors.InvalidPendingPointsState(call, verb, entry.StatusName);
        }

        return refusal is null && entry is not null;
    }
}
