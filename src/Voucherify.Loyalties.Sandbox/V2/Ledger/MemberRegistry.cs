using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The members of all programs, and their cards.</summary>
internal sealed class MemberRegistry(TimedIds ids, IdGenerator codes, TierTracker tiers, TimeSpan codeLag)
{
    private const string CodePattern = "########";
    private const string CodeCharset = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly ActivityLog _activities = new(ids, codeLag);
    private readonly List<Member> _members = [];
    private readonly Dictionary<string, Member> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LoyaltyCard> _cards = new(StringComparer.Ordinal);

    /// <summary>The members who have not left their program, in the order in which they joined.</summary>
    public IEnumerable<Member> All => _members.Where(static member => !member.IsDeleted);

    /// <summary>Finds a member of a program who has not left it.</summary>
    public Member? Find(LoyaltyProgram program, string id) => Find(id) is { } member && member.Program == program ? member : null;

    /// <summary>Finds a member who has not left the program.</summary>
    public Member? Find(string id) => _byId.TryGetValue(id, out var member) && !member.IsDeleted ? member : null;

    /// <summary>Finds the membership of a customer in a program.</summary>
    public Member? Find(LoyaltyProgram program, Customer customer) =>
        MembershipsOf(customer).FirstOrDefault(member => member.Program == program);

    /// <summary>Finds a card, whether its member has left or not.</summary>
    public LoyaltyCard? FindCard(string id) => _cards.GetValueOrDefault(id);

    /// <summary>Returns the memberships of a customer, oldest first.</summary>
    public IEnumerable<Member> MembershipsOf(Customer customer) =>
        _members.Where(member => member.Customer == customer && !member.IsDeleted);

    /// <summary>Returns the members of a program, oldest first.</summary>
    public IEnumerable<Member> MembersOf(LoyaltyProgram program) =>
        _members.Where(member => member.Program == program && !member.IsDeleted);

    /// <summary>Adds a member, with a card of each definition of the program (documented), which has its first tier.</summary>
    /// <param name="program">The program.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="requestId">The request, or null.</param>
    /// <param name="now">The time.</param>
    public Member Add(LoyaltyProgram program, Customer customer, string? requestId, DateTimeOffset now)
    {
        var member = new Member(ids.Next("lmbr_", now), program, customer, now);
        foreach (var definition in program.CardDefinitions)
        {
            var card = new LoyaltyCard(ids.Next("lcrd_", now), codes.NextCode(CodePattern, CodeCharset), member, definition);
            member.Cards.Add(card);
            _cards.Add(card.Id, card);
            tiers.Update(card, TierOrigin.CardCreated, now);
        }

        _activities.Created(member, requestId, now);
        _members.Add(member);
        _byId.Add(member.Id, member);
        return member;
    }

    /// <summary>Notes that a request changed a member.</summary>
    public void Note(Member member, string change, SandboxCall call) => _activities.Changed(member, change, call.Id, call.Now);

    /// <summary>Deletes a member, whose cards lose their tiers (documented). The time of the last change stays (documented).</summary>
    public void Delete(Member member, SandboxCall call)
    {
        foreach (var card in member.Cards)
        {
            tiers.Leave(card, call.Now);
        }

        _activities.Deleted(member, call.Id, call.Now);
        member.Status = ResourceStatus.Deleted;
    }
}
