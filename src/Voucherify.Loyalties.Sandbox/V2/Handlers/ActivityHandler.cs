using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Lists what happened to members and cards, newest first.</summary>
internal sealed class ActivityHandler(V2Locator locator, ListResponder lists, ActivityJson json)
{
    private static readonly ListSchema<(Member Owner, ActivityEntry Entry)> OfMembers =
        Schema<Member>(
            "lcrsambr_",
            "lambr_",
            "vl.member.",
            ["created", "updated", "deleted", "activated", "deactivated", "card.assigned", "card.unassigned"]);

    private static readonly ListSchema<(LoyaltyCard Owner, ActivityEntry Entry)> OfCards =
        Schema<LoyaltyCard>(
            "lcrsacrd_",
            "lacrd_",
            "vl.card.",
            ["created", "assigned", "unassigned", "code_generation.succeeded", "code_generation.failed"]);

    public SandboxResponse ListOfMember(SandboxCall call) => lists.Respond<Member, (Member Owner, ActivityEntry Entry)>(
        call,
        OfMembers,
        locator.TryFindMember,
        member => Rows(member, member.Activities, call),
        (writer, row) => json.Write(writer, row.Owner, row.Entry));

    public SandboxResponse ListOfCard(SandboxCall call) => lists.Respond<LoyaltyCard, (LoyaltyCard Owner, ActivityEntry Entry)>(
        call,
        OfCards,
        locator.TryFindCard,
        card => Rows(card, card.Activities, call),
        (writer, row) => json.Write(writer, row.Owner, row.Entry));

    private static IEnumerable<(T Owner, ActivityEntry Entry)> Rows<T>(T owner, List<ActivityEntry> entries, SandboxCall call) =>
        entries.Where(entry => entry.CreatedAt <= call.SnapshotAt).Select(entry => (owner, entry));

    private static ListSchema<(T Owner, ActivityEntry Entry)> Schema<T>(
        string cursor, string id, string prefix, IReadOnlyList<string> types) => new(cursor, "-created_at")
        {
            Id = static row => row.Entry.Id,
            Orders = new Dictionary<string, Func<(T Owner, ActivityEntry Entry), IComparable>>(StringComparer.Ordinal)
            {
                ["created_at"] = static row => row.Entry.CreatedAt,
            },
            Filters = new Dictionary<string, FilterField<(T Owner, ActivityEntry Entry)>>(StringComparer.Ordinal)
            {
                ["id"] = FilterFields.Id<(T Owner, ActivityEntry Entry)>(id, static row => row.Entry.Id),
                ["type"] = FilterFields.OneOf<(T Owner, ActivityEntry Entry)>(
                    static row => row.Entry.Type, [.. types.Select(type => prefix + type)]),
                ["created_at"] = FilterFields.Time<(T Owner, ActivityEntry Entry)>(static row => row.Entry.CreatedAt),
            },
        };
}
