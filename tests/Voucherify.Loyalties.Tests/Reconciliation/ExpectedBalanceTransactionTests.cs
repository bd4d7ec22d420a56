using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

public sealed class ExpectedBalanceTransactionTests
{
    [Theory]
    [InlineData(-100, -50, 0, nameof(RowVerdict.Doubtful))]
    [InlineData(-100, -50, 7, nameof(RowVerdict.Unrelated))]
    [InlineData(100, 50, 0, nameof(RowVerdict.Unrelated))]
    [InlineData(100, 100, 0, nameof(RowVerdict.Doubtful))]
    public void A_row_without_an_id_may_be_a_removal_that_took_what_was_there_and_never_a_part_of_an_addition(
        long asked, long moved, long balance, string verdict)
    {
        var expected = ExpectedBalanceTransaction.Of("CARD", new AdjustBalanceRequest { Points = asked, SourceId = "order-1" });
        var row = new LoyaltyTransaction
        {
            Type = expected.Type,
            Details = new() { Balance = new() { Points = moved, Balance = balance } },
        };

        Assert.Equal(verdict, expected.Judge(row, RowAge.Recent).ToString());
    }
}
