using Spectre.Console;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Rendering;

/// <summary>A table of all details of a card.</summary>
internal static class MemberTable
{
    public static Table Of(LoyaltyMember member)
    {
        var table = Tables.Create().HideHeaders().Left("").Wrapping("");
        foreach (var (name, value) in Rows(member, member.LoyaltyCard))
        {
            table.AddRow(SafeText.Cell(name, new Style(decoration: Decoration.Dim)), SafeText.Cell(value));
        }

        return table;
    }

    private static IEnumerable<(string Name, string Value)> Rows(LoyaltyMember member, LoyaltyCard? card) =>
    [
        ("Card", member.Code.HasValue ? member.Code.Value : Format.Missing),
        ("Program", member.Campaign ?? (member.CampaignId.HasValue ? member.CampaignId.Value : Format.Missing)),
        ("Holder", member.HolderId.Length > 0 ? member.HolderId : Format.Missing),
        ("Balance", Format.Points(card?.Balance)),
        ("Next expiry", Format.NextExpiry(card)),
        ("Added", Format.Points(card?.Points)),
        ("Removed", Format.Points(card?.SubtractedPoints)),
        ("Expired", Format.Points(card?.ExpiredPoints)),
        ("Pending", Format.Points(card?.PendingPoints)),
    ];
}
