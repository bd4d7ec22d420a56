using Spectre.Console;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Rendering;

/// <summary>A table of cards, with their balances and the points that expire next.</summary>
internal static class CardTable
{
    public static Table Of(IEnumerable<LoyaltyMember> members)
    {
        var table = Tables.Create().Left("Card").Right("Balance").Left("Next expiry");
        foreach (var member in members)
        {
            table.AddRow(
                SafeText.Cell(member.Code.Value),
                SafeText.Cell(Format.Points(member.LoyaltyCard?.Balance)),
                SafeText.Cell(Format.NextExpiry(member.LoyaltyCard?.NextExpirationPoints, member.LoyaltyCard?.NextExpirationDate)));
        }

        return table;
    }
}
