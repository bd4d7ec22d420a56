using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Adds points to cards and removes them, as requests ask for.</summary>
internal sealed class CardAdjustments(SandboxV2Options options, BucketFactory buckets, CardLedger ledger, TierTracker tiers)
{
    /// <summary>Whether a card could no longer count its points.</summary>
    public static bool IsTooMuch(LoyaltyCard card, long points) =>
        points > 0 && Math.Max(Expected(card), card.Counters.Total) + points > JsonInteger.Largest;

    /// <summary>Whether a debit is refused at once, because the card will not have the points.</summary>
    public bool IsOverDebit(LoyaltyCard card, long points) =>
        points < 0 && Expected(card) + points < 0 && options.OverDebit == SandboxOverDebit.RefuseAtOnce && !card.Definition.AllowsNegative;

    public CardTransaction Record(LoyaltyCard card, long points, string? reason, SandboxCall call)
    {
        CardMovement movement = points > 0
            ? new AdminCredit(points, buckets.ExpirationOf(card, call.Now))
            : new AdminDebit(-points, options.OverDebit);
        var note = new RecordedNote(RecordedReason.Of(reason, options.ReasonStorage, call.Plan)) { SentReason = reason };
        return ledger.Record(card, movement, note, call);
    }

    /// <summary>Adds points to a card without a transaction.</summary>
    public void AddOpening(LoyaltyCard card, long points, DateTimeOffset now)
    {
        new AdminCredit(points, buckets.ExpirationOf(card, now)).Apply(card, buckets, now);
        tiers.Update(card, now);
    }

    // Once everything that was recorded is applied (assumed).
    private static long Expected(LoyaltyCard card) => card.Counters.Balance + card.Queued;
}
