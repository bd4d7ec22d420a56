using LoyaltyConsole.Rendering;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Samples;

public sealed class SignedPointsTests
{
    [Theory]
    [InlineData("POINTS_REMOVAL", 50, -50)]
    [InlineData("POINTS_REMOVAL", -50, -50)]
    [InlineData("POINTS_REDEMPTION", 50, -50)]
    [InlineData("POINTS_EXPIRATION", 50, -50)]
    [InlineData("POINTS_TRANSFER_OUT", 50, -50)]
    [InlineData("POINTS_ADDITION", -50, 50)]
    [InlineData("POINTS_REFUND", 50, 50)]
    [InlineData("SOMETHING_NEW", -50, -50)]
    public void The_type_of_a_transaction_decides_the_sign_of_its_points(string type, int received, int shown)
    {
        var transaction = new LoyaltyTransaction
        {
            Type = new LoyaltyTransactionType(type),
            Details = new LoyaltyTransactionDetails { Balance = new BalanceResult { Points = received } },
        };

        Assert.Equal(shown, SignedPoints.Of(transaction));
    }

    [Fact]
    public void Missing_points_of_a_transaction_stay_missing() =>
        Assert.Null(SignedPoints.Of(new LoyaltyTransaction { Type = LoyaltyTransactionType.PointsRemoval }));
}
