using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>
/// Writes activities. Their data show the member, the card and the program as they are now; those of the service show them as they were.
/// </summary>
internal sealed class ActivityJson(MemberJson members)
{
    /// <summary>Writes an activity of a member.</summary>
    public void Write(Utf8JsonWriter writer, Member member, ActivityEntry entry)
    {
        writer.WriteString("member_id", member.Id);
        WriteEntry(writer, entry);
        writer.WriteObject("data", data =>
        {
            data.WriteObject("member", inner => MemberJson.Write(inner, member));
            data.WriteObject("program", inner => ConfigJson.Write(inner, member.Program));
            if (entry.Card is { } card)
            {
                data.WriteObject("member_card", inner => members.WriteCard(inner, card, entry.CreatedAt));
            }
        });
    }

    /// <summary>Writes an activity of a card.</summary>
    public void Write(Utf8JsonWriter writer, LoyaltyCard card, ActivityEntry entry)
    {
        writer.WriteString("card_id", card.Id);
        WriteEntry(writer, entry);
        writer.WriteObject("data", data =>
        {
            data.WriteObject("member_card", inner => members.WriteCard(inner, card, entry.CreatedAt));
            data.WriteObject("member", inner => MemberJson.Write(inner, card.Member));
            data.WriteObject("program", inner => ConfigJson.Write(inner, card.Member.Program));
        });
    }

    // What a test did has no source (assumed).
    private static void WriteEntry(Utf8JsonWriter writer, ActivityEntry entry)
    {
        writer.WriteString("id", entry.Id);
        writer.WriteString("type", entry.Type);
        writer.WriteInstant("created_at", entry.CreatedAt);
        if (entry.RequestId is { } request)
        {
            writer.WriteString("group_id", request);
            writer.WriteObject("source", static source => source.WriteString("channel", "API"));
        }
    }
}
