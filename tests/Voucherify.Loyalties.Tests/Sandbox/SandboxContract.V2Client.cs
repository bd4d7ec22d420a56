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
}
