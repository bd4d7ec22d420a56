using NSubstitute;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Consumer;

/// <summary>Tests as a user would write them, with a fake client.</summary>
public sealed class ConsumerTests
{
    [Fact]
    public async Task A_service_of_a_user_can_be_tested_with_a_fake_client()
    {
        var members = Substitute.For<IMembersClient>();
        members.AdjustBalanceAsync("CARD", Arg.Is<AdjustBalanceRequest>(request => request.SourceId == "order-1"))
            .ReturnsForAnyArgs(new BalanceResult { Balance = 250 });

        var balance = await new Checkout(members).CreditAsync("CARD", "order-1", 100);

        Assert.Equal(250, balance);
        await members.Received(1).AdjustBalanceAsync(
            "CARD", Arg.Is<AdjustBalanceRequest>(request => request.Points == 100 && request.SourceId == "order-1"));
    }

    [Fact]
    public async Task The_handling_of_an_unknown_outcome_can_be_tested_with_a_constructed_exception()
    {
        var client = Substitute.For<ILoyaltyClient>();
        client.V1.Members.AdjustBalanceAsync("CARD", Arg.Any<AdjustBalanceRequest>())
            .ReturnsForAnyArgs<Task<BalanceResult>>(
                _ => throw new LoyaltyOutcomeUnknownException("lost") { SourceId = "order-1", MemberId = "CARD" });

        var balance = await new Checkout(client.V1.Members).CreditAsync("CARD", "order-1", 100);

        Assert.Null(balance);
    }

    private sealed class Checkout(IMembersClient members)
    {
        public async Task<long?> CreditAsync(string card, string order, long points)
        {
            try
            {
                var result = await members.AdjustBalanceAsync(card, new AdjustBalanceRequest { Points = points, SourceId = order });
                return result.Balance;
            }
            catch (LoyaltyOutcomeUnknownException)
            {
                return null;
            }
        }
    }
}
