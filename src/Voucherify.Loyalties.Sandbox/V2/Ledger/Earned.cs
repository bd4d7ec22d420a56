using System.Globalization;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Points that a rule gives.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="EarningId">The part of the rule, <c>lernei_...</c>.</param>
/// <param name="Card">The card that gets them.</param>
/// <param name="Points">The points, more than 0.</param>
/// <param name="Expiration">When they expire, or null if by the rule of the card.</param>
internal sealed record Earned(EarningRule Rule, string EarningId, LoyaltyCard Card, long Points, PointsExpiration? Expiration)
{
    /// <summary>Returns what the transaction says about its cause.</summary>
    public RecordedNote ToNote(string eventId) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Card.Member.Program.Name} / {Rule.Name}"))
        {
            RuleId = Rule.Id,
            Metadata = JsonBuffer.WriteElement(writer => WriteMetadata(writer, eventId)),
        };

    // The names are documented.
    private void WriteMetadata(Utf8JsonWriter writer, string eventId)
    {
        writer.WriteStartObject();
        writer.WriteString("event_id", eventId);
        writer.WriteString("member_id", Card.Member.Id);
        writer.WriteString("program_id", Card.Member.Program.Id);
        writer.WriteString("earning_item_id", EarningId);
        writer.WriteString("earning_rule_id", Rule.Id);
        writer.WriteEndObject();
    }
}
