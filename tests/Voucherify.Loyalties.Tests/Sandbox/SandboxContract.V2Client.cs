using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task The_client_reads_members_and_transactions_of_the_v2_api()
    {
        var (sandbox, http, member) = await StartWithMemberAsync(points: 20);
        for (var i = 1; i <= 120; i++)
        {
            await AdjustCardAsync(http, member, i, $"reason {i}");
        }

        var client = Sdk(sandbox).V2;
        var membership = await client.Members.GetMembershipAsync(
            member.ProgramId, CustomerIdentification.BySource("shop-42"), cancellationToken: Stop);
        var card = membership.Cards![0].Card!;
        Assert.Equal((member.Id, member.CardId), (membership.Member!.Id.Value, card.Id.Value));
        Assert.Equal((7280, 7280), (card.Balance!.Points, card.LifetimeBucket!.Points!.Added));
        Assert.Equal(MemberStatus.Active, membership.Member.Status);

        var rows = new List<CardTransaction>();
        var list = client.Cards.ListCardTransactionsAsync(member.ProgramId, member.Id, member.CardId, cancellationToken: Stop);
        await foreach (var row in list)
        {
            rows.Add(row);
        }

        Assert.Equal(Enumerable.Range(1, 120).Reverse().Select(i => (long?)i), rows.Select(row => row.Details!.Points!.Total));
        Assert.All(rows, row => Assert.Equal(CardTransactionStatus.Approved, row.Status));
        Assert.Equal("reason 120", rows[0].Details!.Reason);
        Assert.Null(UnreadableMembers.Of(rows[0]));
    }

    [Fact]
    public async Task The_client_reads_the_pages_of_members()
    {
        var (sandbox, _, member) = await StartWithMemberAsync();
        sandbox.V2.AddMember(member.ProgramId);

        var client = Sdk(sandbox).V2;
        var page = await client.Members.ListMembersPageAsync(member.ProgramId, new ListMembersQuery { Limit = 1 }, cancellationToken: Stop);

        Assert.NotEqual(member.Id, page.Items![0].Id.Value);
        Assert.Equal(Start.AddSeconds(600), page.CursorExpiresAt);
        Assert.Equal(member.CustomerId, (await client.Members.GetMemberAsync(member.ProgramId, member.Id, Stop)).CustomerId.Value);
    }

    [Fact]
    public async Task The_client_examines_what_a_customer_would_earn_and_can_buy()
    {
        var (sandbox, _, member) = await StartWithMemberAsync(points: 99);
        var (client, customer) = (Sdk(sandbox).V2, CustomerIdentification.BySource("shop-42"));

        var rules = await client.Examine.ExamineEarningRulesAsync(
            new ExamineEarningRulesRequest
            {
                Trigger = new ExamineTrigger
                {
                    Type = ExamineMode.OneEvent,
                    Specific = new ExamineTriggerEvent { Event = ExamineEvent.CustomerOrderPaid },
                },
                CustomerIdentification = customer,
                CustomerOrderPaid = new ExamineOrderPaid { Order = new ExamineOrder { Amount = 12_500 } },
            },
            cancellationToken: Stop);
        Assert.Equal(125, rules.Memberships![0].Cards![0].PointsEstimation);
        Assert.Equal(member.Id, rules.Memberships[0].Member!.Id.Value);
        Assert.Null(UnreadableMembers.Of(rules));

        var rewards = await client.Examine.ExamineRewardsAsync(
            new ExamineRewardsRequest { CustomerIdentification = customer }, cancellationToken: Stop);
        var reward = rewards.Memberships![0].Cards![0].Rewards![0];
        Assert.Equal((RewardAvailability.Unavailable, 100), (reward.Status, reward.Cost!.Points));
        Assert.Null(UnreadableMembers.Of(rewards));
    }

    [Fact]
    public async Task The_client_reads_pending_and_expiring_points()
    {
        var (sandbox, http, member) = await StartWithDefinitionAsync(
            AfterTwoDays
            + ""","points_expiration":{"type":"ROLLING_EXPIRATION","rolling_expiration":{"period":{"unit":"DAY","value":30} } }""");
        await PayAsync(http);
        await AdjustCardAsync(http, member, 5);
        var cards = Sdk(sandbox).V2.Cards;

        var pending = await cards.ListCardPendingPointsPageAsync(member.ProgramId, member.Id, member.CardId, cancellationToken: Stop);
        var bucket = Assert.Single(pending.Items!);
        Assert.Equal((10, new DateOnly(2024, 5, 17)), (bucket.Points!.Total, bucket.Date));
        Assert.Null(UnreadableMembers.Of(bucket));

        var expiring = await cards.ListCardExpiringPointsPageAsync(member.ProgramId, member.Id, member.CardId, cancellationToken: Stop);
        Assert.Equal((5, new DateOnly(2024, 6, 14)), (expiring.Items![0].Points!.Total, expiring.Items[0].ExpirationDate));
        Assert.Null(UnreadableMembers.Of(expiring.Items[0]));
    }
}
