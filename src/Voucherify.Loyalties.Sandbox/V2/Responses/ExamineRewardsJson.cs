using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes what a customer can buy.</summary>
internal static class ExamineRewardsJson
{
    public static void Write(
        Utf8JsonWriter writer,
        Customer customer,
        IReadOnlyList<(Member Member, List<RewardOffer> Offers)> examined)
    {
        writer.WriteObject("customer", inner => ExamineJson.WriteCustomer(inner, customer));
        var rewards = examined.SelectMany(static entry => entry.Offers).Select(static offer => offer.Reward).Distinct();
        writer.WriteArray("rewards", rewards, WriteReward);
        writer.WriteArray("memberships", examined, static (inner, entry) => WriteMembership(inner, entry.Member, entry.Offers));
        writer.WriteString("object", "examine_rewards");
    }

    private static void WriteReward(Utf8JsonWriter writer, RewardDefinition reward)
    {
        writer.WriteString("id", reward.Id);
        writer.WriteString("name", reward.Name);
        writer.WriteString("type", reward.Type);
        MemberJson.WriteMetadata(writer, reward.Metadata);
        writer.WriteString("object", "reward");
    }

    private static void WriteMembership(Utf8JsonWriter writer, Member member, List<RewardOffer> offers)
    {
        ExamineJson.WriteMember(writer, member);
        writer.WriteArray("cards", offers.GroupBy(static offer => offer.Card), static (inner, card) =>
        {
            ExamineJson.WriteCard(inner, card.Key);
            inner.WriteArray("rewards", card, WriteOffer);
            inner.WriteString("object", "card_estimation");
        });
        writer.WriteString("object", "membership");
    }

    private static void WriteOffer(Utf8JsonWriter writer, RewardOffer offer)
    {
        ExamineJson.WriteReference(writer, "reward", offer.Reward.Id);
        writer.WriteString("status", offer is { HasPoints: true, HasTarget: true } ? "AVAILABLE" : "UNAVAILABLE");
        writer.WriteObject("cost", cost =>
        {
            cost.WriteNumber("points", offer.Points);
            cost.WriteString("object", "reward_cost");
        });
        writer.WriteStartArray("unavailability_reasons");
        if (!offer.HasPoints)
        {
            WriteReason(writer, "insufficient_balance", details =>
            {
                details.WriteNumber("required", offer.Points);
                details.WriteNumber("available", offer.Card.Counters.Balance);
                details.WriteNumber("missing", offer.Points - offer.Card.Counters.Balance);
            });
        }

        if (!offer.HasTarget)
        {
            WriteReason(writer, "no_target_card", details => details.WriteString("card_definition_id", offer.TargetDefinitionId));
        }

        writer.WriteEndArray();
        writer.WriteString("object", "card_reward_estimation");
    }

    private static void WriteReason(Utf8JsonWriter writer, string reason, Action<Utf8JsonWriter> writeDetails)
    {
        writer.WriteStartObject();
        writer.WriteString("reason", reason);
        writer.WriteObject("details", writeDetails);
        writer.WriteString("object", "unavailability_reason");
        writer.WriteEndObject();
    }
}
