using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes memberships.</summary>
/// <param name="codeLag">How long after its creation a card has its code.</param>
/// <param name="tiers">The tiers of cards.</param>
internal sealed class MembershipJson(TimeSpan codeLag, TierTracker tiers)
{
    /// <summary>Writes the membership of a customer in a program.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="member">The member.</param>
    /// <param name="now">The time.</param>
    /// <param name="withTiers">Whether the cards have their tiers. Only a single membership has them (documented).</param>
    public void Write(Utf8JsonWriter writer, Member member, DateTimeOffset now, bool withTiers)
    {
        writer.WriteObject("member", inner => MemberJson.Write(inner, member));
        writer.WriteObject("program", inner => WriteProgram(inner, member.Program));
        writer.WriteArray("cards", member.Cards, (inner, card) =>
        {
            CardJson.WriteOfMember(inner, card, now >= card.CreatedAt + codeLag ? card.Code : null);
            if (withTiers)
            {
                TierProgressJson.WriteProperty(inner, card, tiers, now);
            }
        });
        writer.WriteString("object", "membership");
    }

    /// <summary>Writes the memberships of a customer.</summary>
    public void WriteAll(Utf8JsonWriter writer, Customer customer, IEnumerable<Member> members, DateTimeOffset now)
    {
        writer.WriteObject("customer", inner =>
        {
            inner.WriteString("id", customer.Id);
            inner.WriteString("source_id", customer.SourceId);
            inner.WriteString("object", "customer");
        });
        writer.WriteArray("memberships", members, (inner, member) => Write(inner, member, now, withTiers: false));
        writer.WriteString("object", "memberships_result");
    }

    private static void WriteProgram(Utf8JsonWriter writer, LoyaltyProgram program)
    {
        writer.WriteString("id", program.Id);
        writer.WriteString("name", program.Name);
        writer.WriteString("status", program.Status);
        MemberJson.WriteMetadata(writer, program.Metadata);
        writer.WriteString("object", "program");
    }
}
