using Spectre.Console;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tool.Rendering;

/// <summary>A table of all details of a card.</summary>
internal static class MemberTable
{
    public static Table Of(LoyaltyMember member) => Of(Rows(member, member.LoyaltyCard));

    public static Table Of(Member member, Card card) => Of(Rows(member, card));

    private static Table Of(IEnumerable<(string Name, string Value)> rows)
    {
        var table = Tables.Create().HideHeaders().Left("").Wrapping("");
        foreach (var (name, value) in rows)
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
        ("Next expiry", Format.NextExpiry(card?.NextExpirationPoints, card?.NextExpirationDate)),
        ("Added", Format.Points(card?.Points)),
        ("Removed", Format.Points(card?.SubtractedPoints)),
        ("Expired", Format.Points(card?.ExpiredPoints)),
        ("Pending", Format.Points(card?.PendingPoints)),
    ];

    private static IEnumerable<(string Name, string Value)> Rows(Member member, Card card) =>
    [
        ("Card", card.Id.Value),
        ("Code", card.Code ?? Format.Missing),
        ("Program", member.ProgramId.HasValue ? member.ProgramId.Value : Format.Missing),
        ("Member", member.Id.HasValue ? member.Id.Value : Format.Missing),
        ("Status", Format.Words(member.Status)),
        ("Balance", Format.Points(card.Balance?.Points)),
        ("Next expiry", Format.NextExpiry(card.NextExpiration?.Points, card.NextExpiration?.Date)),
        ("Pending", Format.Points(card.Balance?.PendingPoints)),
    ];
}
