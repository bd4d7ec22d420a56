using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes members.</summary>
/// <param name="codeLag">How long after its creation a card has its code.</param>
internal sealed class MemberJson(TimeSpan codeLag)
{
    /// <summary>Responds with a member, without cards.</summary>
    public static SandboxResponse Respond(Member member) => JsonResponse.Object(writer => Write(writer, member));

    /// <summary>Responds with a member and its cards.</summary>
    /// <param name="member">The member.</param>
    /// <param name="now">The time, or null if the cards were just created, and have no codes yet.</param>
    public SandboxResponse RespondWithCards(Member member, DateTimeOffset? now) => JsonResponse.Object(writer =>
    {
        Write(writer, member);
        WriteCards(writer, member, now);
    });

    /// <summary>Writes a member without cards, as lists have it.</summary>
    public static void Write(Utf8JsonWriter writer, Member member)
    {
        writer.WriteString("id", member.Id);
        writer.WriteString("customer_id", member.Customer.Id);
        writer.WriteString("program_id", member.Program.Id);
        writer.WriteString("status", member.Status);
        WriteMetadata(writer, member.Metadata);
        writer.WriteInstant("created_at", member.CreatedAt);
        writer.WriteInstant("updated_at", member.UpdatedAt);
        writer.WriteString("object", "member");
    }

    /// <summary>Writes metadata; without any, an empty object.</summary>
    public static void WriteMetadata(Utf8JsonWriter writer, JsonElement? metadata)
    {
        if (metadata is { } value)
        {
            writer.WriteRaw("metadata", value);
        }
        else
        {
            writer.WriteEmptyObject("metadata");
        }
    }

    /// <summary>Writes a card of a member, with its code if it has one by then.</summary>
    public void WriteCard(Utf8JsonWriter writer, LoyaltyCard card, DateTimeOffset? time) =>
        CardJson.WriteOfMember(writer, card, time >= card.CreatedAt + codeLag ? card.Code : null);

    private void WriteCards(Utf8JsonWriter writer, Member member, DateTimeOffset? now) =>
        writer.WriteArray("cards", member.Cards, (inner, card) => WriteCard(inner, card, now));
}
