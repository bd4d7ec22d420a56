using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Adds points to a card or removes them.</summary>
internal sealed class PointsHandler(SandboxV2Options options, V2Locator locator, V2Store store)
{
    public SandboxResponse Adjust(SandboxCall call)
    {
        if (!PointsReader.TryRead(call, out var points, out var reason, out var refusal)
            || !locator.TryFindCard(call, out var card, out refusal))
        {
            return refusal;
        }

        refusal = V2Errors.RefuseUnusable(call, card.Member) ?? RefusePoints(call, card, points);
        return refusal ?? (points == 0 ? Nothing() : Record(call, card, points, reason));
    }

    private SandboxResponse? RefusePoints(SandboxCall call, LoyaltyCard card, long points)
    {
        var balance = card.Counters.Balance + card.Queued + points;
        if (points > 0)
        {
            return Math.Max(balance, card.Counters.Total + points) > JsonInteger.Largest
                ? Errors.InvalidPayload(call, "Property .points is too large")
                : null;
        }

        return points < 0 && balance < 0 && options.OverDebit == SandboxOverDebit.RefuseAtOnce && !card.Definition.AllowsNegative
            ? V2Errors.InsufficientCardBalance(call)
            : null;
    }

    // The messages are documented, and so is that 0 points change nothing.
    private static SandboxResponse Nothing() => JsonResponse.Object(static writer =>
    {
        writer.WriteNull("transaction");
        writer.WriteString("status", "NO_CHANGE");
        writer.WriteString("message", "Provided amount is zero, transaction was not created");
    });

    private SandboxResponse Record(SandboxCall call, LoyaltyCard card, long points, string? reason)
    {
        CardMovement movement = points > 0
            ? new AdminCredit(points, store.ExpirationOf(card, call.Now))
            : new AdminDebit(-points, options.OverDebit);
        var transaction = store.Ledger.Record(card, movement, reason, call);
        return CardTransactionJson.Created(
            transaction,
            points > 0 ? "Points addition transaction created" : "Points subtraction transaction created");
    }
}
