using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>The expiration dates that are refused, as docs/programs.md says.</summary>
public sealed partial class ProgramsPage
{
    private static readonly DateOnly LastDay = new(2026, 12, 31);

    private static async Task AssertRefusesOtherDatesAsync(LoyaltyClient client, string card)
    {
        var members = client.V1.Members;
        var withoutDate = new AdjustBalanceRequest { Points = 50, ExpirationType = PointsExpirationType.CustomDate };
        var withoutType = new AdjustBalanceRequest { Points = 50, ExpirationDate = LastDay };
        var past = withoutDate with { ExpirationDate = new DateOnly(2026, 3, 1) };

        await Assert.ThrowsAsync<ArgumentException>(() => members.AdjustBalanceAsync(card, withoutDate));
        await Assert.ThrowsAsync<ArgumentException>(() => members.AdjustBalanceAsync(card, withoutType));
        var refused = await Assert.ThrowsAsync<LoyaltyApiException>(() => members.AdjustBalanceAsync(card, past));
        Assert.Equal(LoyaltyErrorKeys.InvalidExpirationDate, refused.Key);
    }
}
