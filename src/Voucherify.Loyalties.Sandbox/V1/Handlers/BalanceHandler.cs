using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Adds points to a card or removes them.</summary>
internal sealed class BalanceHandler(
    LoyaltySandboxOptions options,
    ResourceLocator members,
    AdjustmentReader reader,
    PointsLedger ledger)
{
    // Beyond this, JavaScript on the service's side would round (A).
    private const long LargestBalance = 9_007_199_254_740_991;

    public SandboxResponse Adjust(SandboxCall call)
    {
        if (!MediaType.IsOrEmpty(call.Request, "application/json"))
        {
            return Errors.UnsupportedMediaType();
        }

        // The body is checked before the card is looked for (A).
        var (adjustment, refusal) = reader.Read(call);
        if (adjustment is null)
        {
            return refusal!;
        }

        if (!members.TryFind(call, out var card, out refusal))
        {
            return refusal;
        }

        return Refuse(call, card, adjustment) ?? Accept(call, card, adjustment);
    }

    // Checked against the card as it will be once everything accepted is applied (A): otherwise two removals within
    // the lag could both be answered with 200 and not both happen.
    private SandboxResponse? Refuse(SandboxCall call, Card card, Adjustment adjustment)
    {
        if (card.HolderId is null && options.CardWithoutHolder == SandboxPolicy.Reject)
        {
            return Errors.NotPublished(call);
        }

        if (options.RepeatedSourceId == SandboxPolicy.Reject
            && card.KnowsSourceId(adjustment.SourceId))
        {
            return Errors.DuplicateSourceId(call, adjustment.SourceId!);
        }

        var balance = card.ExpectedBalance + adjustment.Points;
        if (adjustment.Points < 0 && balance < 0)
        {
            return Errors.PointsExceeded(call, card.Code);
        }

        return adjustment.Points > 0 && Math.Max(balance, card.Added + adjustment.Points) > LargestBalance
            ? Errors.InvalidPayload(call, "Property .points is too large")
            : null;
    }

    private SandboxResponse Accept(SandboxCall call, Card card, Adjustment adjustment)
    {
        var answer = Describe(card, adjustment.Points);
        card.RememberSourceId(adjustment.SourceId);

        // Zero points are accepted without a trace (A), if at all.
        if (adjustment.Points != 0)
        {
            ledger.Accept(new AdjustmentEffect(card, adjustment, call.Id, call.EffectAt));
        }

        return answer;
    }

    private SandboxResponse Describe(Card card, long points) => JsonResponse.Of(200, writer => BalanceJson.WriteMembers(
        writer,
        card,
        options.AnswerSign == SandboxAnswerSign.Absolute ? Math.Abs(points) : points,
        total: card.Total + card.Queued + points,
        balance: card.ExpectedBalance + points));
}
