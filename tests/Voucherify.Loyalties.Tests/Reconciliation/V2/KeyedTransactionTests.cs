using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Reconciliation.V2;

/// <summary>Which transaction is taken for a write that has no id.</summary>
public sealed class KeyedTransactionTests
{
    private static readonly RowAge Unknown = RowAge.Recent with { IsKnown = false };

    private readonly ExpectedPurchase _expected =
        new(new MemberAddress("lprg_1", "lmbr_2"), "write-1", "lrew_3", new TransactionClaims(mayAssume: true));

    [Fact]
    public void A_purchase_whose_age_is_not_known_is_neither_assumed_nor_left_out()
    {
        Assert.Equal(RowVerdict.Candidate, _expected.Judge(Row("APPROVED"), RowAge.Recent));
        Assert.Equal(RowVerdict.Doubtful, _expected.Judge(Row("APPROVED"), Unknown));
        Assert.Equal(RowVerdict.Candidate, _expected.Judge(Row("REJECTED"), Unknown));
    }

    [Fact]
    public void A_doubtful_purchase_is_not_assumed()
    {
        var row = Row("APPROVED");

        var finding = _expected.Decide(new Finding { Doubtful = row, Candidates = [row] });

        Assert.Null(finding.Applied);
        Assert.NotNull(_expected.ObjectionTo(finding));
    }

    [Fact]
    public void A_purchase_of_another_reward_is_unrelated()
    {
        var row = Row("APPROVED");
        row.RewardId = "lrew_4";

        Assert.Equal(RowVerdict.Unrelated, _expected.Judge(row, RowAge.Recent));
    }

    [Fact]
    public void A_transaction_has_one_owner()
    {
        var claims = new TransactionClaims(mayAssume: true, capacity: 1);

        Assert.True(claims.TryClaim("lrtx_1", "write-1"));
        Assert.True(claims.TryClaim("lrtx_1", "write-1"));
        Assert.False(claims.TryClaim("lrtx_1", "write-2"));
        Assert.True(claims.IsOther("lrtx_1", "write-2"));
        Assert.True(claims.TryClaim("lrtx_2", "write-2"));
        Assert.False(claims.IsOther("lrtx_1", "write-2"));
    }

    private static RewardTransaction Row(string status) => new() { Id = "lrtx_1", RewardId = "lrew_3", Status = status };
}
