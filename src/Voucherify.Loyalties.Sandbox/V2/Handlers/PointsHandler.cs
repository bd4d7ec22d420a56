using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Adds points to a card or removes them.</summary>
internal sealed class PointsHandler(V2Store store, V2Locator locator)
{
    private readonly CardAdjustments _adjustments = store.Points.Adjustments;

    public SandboxResponse Adjust(SandboxCall call)
    {
        if (!PointsReader.TryRead(call, out var points, out var reason, out var refusal)
            || !locator.TryFindCard(call, out var card, out refusal))
        {
            return refusal;
        }

        if (V2Errors.RefuseUnusable(call, card.Member) is { } unusable)
        {
            return unusable;
        }

        if (CardAdjustments.IsTooMuch(card, points))
        {
            return Errors.InvalidPayload(call, "Property .points is too large");
        }

        return _adjustments.IsOverDebit(card, points) ? V2Errors.InsufficientCardBalance(call) : Record(call, card, points, reason);
    }

    // The messages are documented, and so is that 0 points change nothing.
    private SandboxResponse Record(SandboxCall call, LoyaltyCard card, long points, string? reason) => points switch
    {
        0 => JsonResponse.Object(static writer =>
        {
            writer.WriteNull("transaction");
            writer.WriteString("status", "NO_CHANGE");
            writer.WriteString("message", "Provided amount is zero, transaction was not created");
        }),
        > 0 => CardTransactionJson.Created(_adjustments.Record(card, points, reason, call), "Points addition transaction created"),
        _ => CardTransactionJson.Created(_adjustments.Record(card, points, reason, call), "Points subtraction transaction created"),
    };
}
