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
    public void The_type_of_a_transaction_decides_the_sign_of_its_points(string type, int answered, int shown)
    {
        var transaction = new LoyaltyTransaction
        {
            Type = new LoyaltyTransactionType(type),
            Details = new LoyaltyTransactionDetails { Balance = new BalanceResult { Points = answered } },
        };

        Assert.Equal(shown, SignedPoints.Of(transaction));
    }

    [Fact]
    public void Points_that_the_service_does_not_tell_are_not_made_up() =>
        Assert.Null(SignedPoints.Of(new LoyaltyTransaction { Type = LoyaltyTransactionType.PointsRemoval }));
}
