using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>
/// Moves points from other cards, of any campaign, to the card of the path. No error is documented: all of them are assumed.
/// </summary>
internal sealed class TransferHandler(SandboxV1Options options, ResourceLocator locator, V1Store store)
{
    public SandboxResponse Transfer(SandboxCall call)
    {
        if (!TransferReader.TryRead(call, out var orders, out var refusal)
            || !locator.TryFindCard(call, out var destination, out refusal))
        {
            return refusal;
        }

        if (destination.HolderId is null && options.CardWithoutHolder == SandboxPolicy.Reject)
        {
            return Errors.NotPublished(call);
        }

        return Execute(call, destination, orders);
    }

    // Either nothing moves unless everything can, or everything before the first error moves.
    private SandboxResponse Execute(SandboxCall call, Card destination, IReadOnlyList<TransferOrder> orders)
    {
        var items = new List<TransferItem>();
        SandboxResponse? refusal = null;
        foreach (var order in orders)
        {
            refusal = Check(call, destination, order, items);
            if (refusal is not null)
            {
                break;
            }
        }

        if (refusal is not null && (options.PartialTransfers == SandboxPolicy.Reject || items.Count == 0))
        {
            return refusal;
        }

        var moved = items.Sum(static item => item.Points);
        var response = refusal ?? JsonResponse.Object(writer =>
            MemberJson.Write(writer, destination, new CardChange { Points = moved, Balance = destination.Queued + moved }));
        items.ForEach(static item => item.Source.RememberSourceId(item.SourceId));
        store.Points.Transfer(destination, items, call);
        return response;
    }

    private SandboxResponse? Check(SandboxCall call, Card destination, TransferOrder order, List<TransferItem> items)
    {
        if (!locator.TryFindCard(call, order.Code, campaign: null, out var source, out var refusal))
        {
            return refusal;
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

        var taken = items.Where(item => item.Source == source).Sum(static item => item.Points);
        if (taken + order.Points > source.ExpectedBalance)
        {
            return Errors.PointsExceeded(call, source.Code);
        }

        items.Add(new TransferItem(source, order.Points, order.Reason, order.SourceId));
        return null;
    }
}
