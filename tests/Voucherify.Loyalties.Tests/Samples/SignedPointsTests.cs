using Voucherify.Loyalties.Tool.Rendering;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;

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

    [Theory]
    [InlineData("ADMIN_CREDIT", 50, 50)]
    [InlineData("ADMIN_DEBIT", -50, -50)]
    [InlineData("ADMIN_DEBIT", 50, -50)]
    [InlineData("ADMIN_POINTS_EXPIRATION", 50, -50)]
    [InlineData("POINTS_SPENT_ON_REWARD", 50, -50)]
    [InlineData("POINTS_PURCHASE_REVERSED", 50, -50)]
    [InlineData("POINTS_SPENT_ON_ORDER", 50, -50)]
    [InlineData("POINTS_EXPIRED", 50, -50)]
    [InlineData("PENDING_POINTS_CANCELED", 50, -50)]
    [InlineData("POINTS_EARNED", 50, 50)]
    [InlineData("SOMETHING_NEW", -50, -50)]
    public void The_type_of_a_transaction_of_version_2_decides_the_sign_of_its_points(string type, int received, int shown)
    {
        var transaction = new CardTransaction { Type = type, Details = new() { Points = new() { Total = received } } };

        Assert.Equal(shown, SignedPoints.Of(transaction));
    }
}
