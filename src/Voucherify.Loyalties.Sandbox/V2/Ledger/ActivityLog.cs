using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Notes what happens to members and cards.</summary>
/// <param name="ids">The ids.</param>
/// <param name="codeLag">How long after its creation a card gets its code.</param>
internal sealed class ActivityLog(TimedIds ids, TimeSpan codeLag)
{
    /// <summary>Notes that a member was created, with the cards.</summary>
    public void Created(Member member, string? requestId, DateTimeOffset now)
    {
        Changed(member, "created", requestId, now);
        foreach (var card in member.Cards)
        {
            Add(card, "created", requestId, now);
            AddToMember(member, "card.assigned", card, requestId, now);
            Add(card, "assigned", requestId, now);
            Add(card, "code_generation.succeeded", requestId, now + codeLag);
        }
    }

    /// <summary>Notes what became of a member: <c>updated</c>, <c>activated</c> or <c>deactivated</c>.</summary>
    public void Changed(Member member, string change, string? requestId, DateTimeOffset now) =>
        AddToMember(member, change, card: null, requestId, now);

    /// <summary>Notes that a member was deleted. The cards stay without a member (documented).</summary>
    public void Deleted(Member member, string? requestId, DateTimeOffset now)
    {
        Changed(member, "deleted", requestId, now);
        foreach (var card in member.Cards)
        {
            AddToMember(member, "card.unassigned", card, requestId, now);
            Add(card, "unassigned", requestId, now);
        }
    }

    private void AddToMember(Member member, string change, LoyaltyCard? card, string? requestId, DateTimeOffset now) =>
        member.Activities.Add(new(ids.Next("lambr_", now), "vl.member." + change, card, requestId, now));

    private void Add(LoyaltyCard card, string change, string? requestId, DateTimeOffset now) =>
        card.Activities.Add(new(ids.Next("lacrd_", now), "vl.card." + change, card, requestId, now));
}
