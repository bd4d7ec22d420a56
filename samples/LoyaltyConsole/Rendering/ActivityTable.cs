using System.Text.Json;
using Spectre.Console;
using Voucherify.Loyalties;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Rendering;

/// <summary>What happened to a member, in the order in which it is given.</summary>
internal static class ActivityTable
{
    public static Table Of(IEnumerable<MemberActivity> activities)
    {
        var table = Tables.Create().Left("What happened").Left("Details");
        foreach (var activity in activities)
        {
            table.AddRow(SafeText.Cell(NameOf(activity)), SafeText.Cell(DetailsOf(activity)));
        }

        return table;
    }

    // customer.voucher.loyalty_card.points_added: loyalty card points added. One type has a spelling of its own in the vendor's document.
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
            return $"{change.LoyaltyTierFrom?.Name ?? Format.Missing} to {(change.LoyaltyTierTo ?? change.LoyaltyTier)?.Name ?? Format.Missing}";
        }

        if (activity.AsCardPoints() is { } points)
        {
            return $"{Format.Signed(points.Balance?.Points)}, balance {Format.Points(points.Balance?.Balance)}";
        }

        return activity.AsRedemption()?.Redemption is { } redemption
            ? $"{redemption.Reward?.Name} for {Format.Points(redemption.LoyaltyCard?.Points)}"
            : BannerOf(activity.Payload);
    }

    // This payload has no method: its JSON is read as it is.
    private static string BannerOf(JsonElement? payload) =>
        payload is { ValueKind: JsonValueKind.Object } json
        && json.TryGetProperty("earning_rule", out var rule)
        && rule.TryGetProperty("source", out var source)
        && source.TryGetProperty("banner", out var banner)
            ? banner.GetString() ?? Format.Missing
            : Format.Missing;
}
