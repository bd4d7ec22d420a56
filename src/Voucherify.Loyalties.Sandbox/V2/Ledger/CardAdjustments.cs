using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Adds points to cards and removes them, as requests ask for.</summary>
internal sealed class CardAdjustments(SandboxV2Options options, BucketFactory buckets, CardLedger ledger)
{
    /// <summary>Whether a card could no longer count its points.</summary>
    public static bool IsTooMuch(LoyaltyCard card, long points) =>
        points > 0 && Math.Max(card.ExpectedBalance, card.Counters.Total) + points > JsonInteger.Largest;

    /// <summary>Whether a debit is refused at once, because the card will not have the points.</summary>
    public bool IsOverDebit(LoyaltyCard card, long points) =>
        points < 0 && card.ExpectedBalance + points < 0 && options.OverDebit == SandboxOverDebit.RefuseAtOnce && !card.AllowsNegative;

    public CardTransaction Record(LoyaltyCard card, long points, string? reason, SandboxCall call)
    {
        CardMovement movement = points > 0
            ? new AdminCredit(points, buckets.ExpirationOf(card, call.Now))
            : new AdminDebit(-points, options.OverDebit);
        return ledger.Record(card, movement, RecordedReason.ToNote(reason, options.ReasonStorage, call), call);
    }

    /// <summary>Adds points to a card without a transaction.</summary>
    public void AddOpening(LoyaltyCard card, long points, DateTimeOffset now) =>
        new AdminCredit(points, buckets.ExpirationOf(card, now)).Apply(card, buckets, now);
}
