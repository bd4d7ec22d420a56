using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Adds points to a card or removes them.</summary>
internal sealed class BalanceHandler(SandboxV1Options options, ResourceLocator locator, V1Store store)
{
    private readonly AdjustmentReader _reader = new(options, store);

    public SandboxResponse Adjust(SandboxCall call)
    {
        // The body is checked before the card is looked up (assumed).
        if (!_reader.TryRead(call, out var adjustment, out var refusal) || !locator.TryFindCard(call, out var card, out refusal))
        {
            return refusal;
        }

        adjustment = LimitToBalance(card, adjustment);
        return Refuse(call, card, adjustment) ?? Accept(call, card, adjustment);
    }

    // Without any points left, the removal is refused all the same (assumed).
    private Adjustment LimitToBalance(Card card, Adjustment adjustment) =>
        options.RemovalBeyondBalance == SandboxPolicy.Accept && adjustment.Points < -card.ExpectedBalance && card.ExpectedBalance > 0
            ? adjustment with { Points = -card.ExpectedBalance }
            : adjustment;

    // Checked against the card as it will be once everything that was accepted is applied (assumed): otherwise two removals within
    // the lag could both get 200 although only one of them can be applied.
    private SandboxResponse? Refuse(SandboxCall call, Card card, Adjustment adjustment)
    {
        if (card.HolderId is null && options.CardWithoutHolder == SandboxPolicy.Reject)
        {
            return Errors.NotPublished(call);
        }

        if (options.RepeatedSourceId == SandboxPolicy.Reject && card.KnowsSourceId(adjustment.SourceId))
        {
            return Errors.DuplicateSourceId(call, adjustment.SourceId!);
        }

        var balance = card.ExpectedBalance + adjustment.Points;
        if (adjustment.Points < 0 && balance < 0)
        {
            return Errors.PointsExceeded(call, card.Code);
        }

        return adjustment.Points > 0 && Math.Max(balance, card.Added + adjustment.Points) > JsonInteger.Largest
            ? Errors.InvalidPayload(call, "Property .points is too large")
            : null;
    }

    private SandboxResponse Accept(SandboxCall call, Card card, Adjustment adjustment)
    {
        var response = Describe(card, adjustment.Points);
        card.RememberSourceId(adjustment.SourceId);

        // If zero points are accepted, they leave no trace (assumed).
        if (adjustment.Points != 0)
        {
            store.Points.Adjust(card, adjustment, call);
        }

        return response;
    }

    private SandboxResponse Describe(Card card, long points) => JsonResponse.Object(writer => BalanceJson.Write(
        writer,
        card,
        options.ResponseSign == SandboxResponseSign.Absolute ? Math.Abs(points) : points,
        total: card.Total + card.Queued + points,
        balance: card.ExpectedBalance + points));
}
