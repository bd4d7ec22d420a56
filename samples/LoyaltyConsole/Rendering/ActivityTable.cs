using System.Text.Json;
using Spectre.Console;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Rendering;

/// <summary>A table of the activities of a member, in the given order.</summary>
internal static class ActivityTable
{
    public static Table Of(IEnumerable<MemberActivity> activities)
    {
        var table = Tables.Create().Left("Activity").Left("Details");
        foreach (var activity in activities)
        {
            table.AddRow(SafeText.Cell(NameOf(activity)), SafeText.Cell(DetailsOf(activity)));
        }

        return table;
    }

    // For example, customer.voucher.loyalty_card.points_added becomes "loyalty card points added". The vendor misspells one type.
    private static string NameOf(MemberActivity activity)
    {
        var name = activity.Type?.Value ?? Format.Missing;
        foreach (var prefix in new[] { "customer.", "voucher." })
        {
            name = name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
        }

        return name.Replace('.', ' ').Replace('_', ' ').Replace("succceeded", "succeeded", StringComparison.Ordinal);
    }

    private static string DetailsOf(MemberActivity activity)
    {
        if (activity.AsTierChange() is { } change)
        {
            var tier = change.LoyaltyTierTo ?? change.LoyaltyTier;
            return $"{change.LoyaltyTierFrom?.Name ?? Format.Missing} to {tier?.Name ?? Format.Missing}";
        }

        if (activity.AsCardPoints() is { } points)
        {
            return $"{Format.Signed(points.Balance?.Points)}, balance {Format.Points(points.Balance?.Balance)}";
        }

        return activity.AsRedemption()?.Redemption is { } redemption
            ? $"{redemption.Reward?.Name} for {Format.Points(redemption.LoyaltyCard?.Points)}"
            : BannerOf(activity.Payload);
    }

    // No method reads this payload, so it is read as JSON.
    private static string BannerOf(JsonElement? payload) =>
        payload is { ValueKind: JsonValueKind.Object } json
        && json.TryGetProperty("earning_rule", out var rule)
        && rule.TryGetProperty("source", out var source)
        && source.TryGetProperty("banner", out var banner)
            ? banner.GetString() ?? Format.Missing
            : Format.Missing;
}
