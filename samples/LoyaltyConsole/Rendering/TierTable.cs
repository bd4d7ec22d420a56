using System.Globalization;
using Spectre.Console;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Rendering;

/// <summary>A table of the tiers of a program, with their advantages.</summary>
internal static class TierTable
{
    public static Table Of(IEnumerable<LoyaltyTier> tiers, IReadOnlyList<EarningRule> rules)
    {
        var table = Tables.Create().Left("Tier").Right("From").Right("To").Left("Advantage");
        foreach (var tier in tiers)
        {
            table.AddRow(
                SafeText.Cell(tier.Name),
                SafeText.Cell(Format.Points(tier.Points?.From)),
                SafeText.Cell(Format.Points(tier.Points?.To)),
                SafeText.Cell(Advantages(tier, rules)));
        }

        return table;
    }

    private static string Advantages(LoyaltyTier tier, IReadOnlyList<EarningRule> rules)
    {
        var texts = rules
            .Where(rule => tier.EarningRules?.ContainsKey(rule.Id) == true)
            .Select(
                rule => $"{rule.Source?.Banner}, times {tier.EarningRules![rule.Id].Multiplier?.ToString(CultureInfo.InvariantCulture)}")
            .ToList();
        return texts.Count > 0 ? string.Join("; ", texts) : Format.Missing;
    }
}
