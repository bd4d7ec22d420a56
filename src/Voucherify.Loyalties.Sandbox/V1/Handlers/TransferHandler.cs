using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Moves points from other cards, of any campaign, to the card of the path. No error is documented: all of them are assumed (A).</summary>
internal sealed class TransferHandler(LoyaltySandboxOptions options, ResourceLocator members, PointsLedger ledger)
{
    public SandboxResponse Transfer(SandboxCall call)
    {
        if (!MediaType.IsOrEmpty(call.Request, "application/json"))
        {
            return Errors.UnsupportedMediaType();
        }

        if (!TransferReader.TryRead(call, out var orders, out var refusal) || !members.TryFind(call, out var destination, out refusal))
        {
            return refusal;
        }

        if (destination.HolderId is null && options.CardWithoutHolder == SandboxPolicy.Reject)
        {
            return Errors.NotPublished(call);
        }

        return Carry(call, destination, orders);
    }

    // Either nothing moves unless all can, or what stands before the first mistake has moved.
    private SandboxResponse Carry(SandboxCall call, Card destination, IReadOnlyList<TransferOrder> orders)
    {
        var items = new List<TransferItem>();
        var taken = new Dictionary<Card, long>();
        SandboxResponse? refusal = null;
        foreach (var order in orders)
        {
            refusal = Check(call, destination, order, items, taken);
            if (refusal is not null)
            {
                break;
            }
        }

        if (refusal is not null && (options.PartialTransfers == SandboxPolicy.Reject || items.Count == 0))
        {
            return refusal;
        }

        var moved = items.Sum(item => item.Points);
        var answer = refusal ?? JsonResponse.Of(200, writer =>
            MemberJson.Write(writer, destination, added: moved, changed: destination.Queued + moved));
        items.ForEach(item => item.Source.RememberSourceId(item.SourceId));
        ledger.Accept(new TransferEffect(destination, items, call.Id, call.EffectAt));
        return answer;
    }

    private SandboxResponse? Check(
        SandboxCall call,
        Card destination,
        TransferOrder order,
        List<TransferItem> items,
        Dictionary<Card, long> taken)
    {
        if (!members.TryFindByCode(order.Code, out var source))
        {
            return Errors.ResourceNotFound(call, "voucher", order.Code);
        }

        if (source == destination)
        {
            return Errors.InvalidPayload(call, "Points cannot be transferred to the card they come from");
        }

        if (source.HolderId is null && options.CardWithoutHolder == SandboxPolicy.Reject)
        {
            return Errors.NotPublished(call);
        }

        if (options.RepeatedSourceId == SandboxPolicy.Reject && source.KnowsSourceId(order.SourceId))
        {
            return Errors.DuplicateSourceId(call, order.SourceId!);
        }

        taken[source] = taken.GetValueOrDefault(source) + order.Points;
        if (taken[source] > source.ExpectedBalance)
        {
            return Errors.PointsExceeded(call, source.Code);
        }

        items.Add(new TransferItem(source, order.Points, order.Reason, order.SourceId));
        return null;
    }
}
