using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes what a customer would earn. Only cards and rules that would give points are there (documented).</summary>
internal static class ExamineRulesJson
{
    public static void Write(
        Utf8JsonWriter writer,
        string? specific,
        Customer customer,
        IReadOnlyList<(Member Member, List<Earned> Earned)> examined)
    {
        writer.WriteString("event", specific);
        writer.WriteObject("customer", inner => ExamineJson.WriteCustomer(inner, customer));
        var rules = examined.SelectMany(static entry => entry.Earned).Select(static earned => earned.Rule).Distinct();
        writer.WriteArray("earning_rules", rules, WriteRule);
        writer.WriteArray("memberships", examined, static (inner, entry) => WriteMembership(inner, entry.Member, entry.Earned));
        writer.WriteString("object", "examine_earning_rules");
    }

    private static void WriteRule(Utf8JsonWriter writer, EarningRule rule)
    {
        writer.WriteString("id", rule.Id);
        writer.WriteString("name", rule.Name);
        MemberJson.WriteMetadata(writer, rule.Metadata);
        writer.WriteString("object", "earning_rule");
    }

    private static void WriteMembership(Utf8JsonWriter writer, Member member, List<Earned> earned)
    {
        ExamineJson.WriteMember(writer, member);
        writer.WriteArray("cards", earned.GroupBy(static item => item.Card), static (inner, card) =>
        {
            ExamineJson.WriteCard(inner, card.Key);
            inner.WriteNumber("points_estimation", card.Sum(static item => item.Points));
            inner.WriteArray("earning_rules", card.GroupBy(static item => item.Rule), static (row, rule) =>
            {
                ExamineJson.WriteReference(row, "earning_rule", rule.Key.Id);
                row.WriteNumber("points_estimation", rule.Sum(static item => item.Points));
                row.WriteString("object", "card_earning_rule_estimation");
            });
            inner.WriteString("object", "card_estimation");
        });
        writer.WriteEmptyArray("benefits");
        writer.WriteString("object", "membership");
    }
}
