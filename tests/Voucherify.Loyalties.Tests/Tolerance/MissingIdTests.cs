using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Tolerance;

/// <summary>A response may lack an id. Nothing throws for that until the id is passed on.</summary>
public sealed class MissingIdTests
{
    [Theory]
    [InlineData("""{"object":"campaign","name":"Club"}""")]
    [InlineData("""{"object":"campaign","name":"Club","id":null}""")]
    public async Task A_creation_without_an_id_succeeds(string body)
    {
        using var test = new ScriptedClient(Steps.Ok(body));

        var campaign = await test.Clock.RunToEnd(test.Client.V1.Campaigns.CreateCampaignAsync(new() { Name = "Club" }));

        Assert.Equal(("Club", false), (campaign.Name, campaign.Id.HasValue));
        Assert.Throws<ArgumentException>(() => { _ = test.Client.V1.Campaigns.GetCampaignAsync(campaign.Id); });
        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task A_redemption_without_an_id_succeeds_and_its_ids_are_empty()
    {
        using var test = new ScriptedClient(Steps.Ok("""{"object":"redemption","result":"SUCCESS"}"""));

        var redemption = await test.RedeemAsync();

        Assert.Equal(("", "", ""), (redemption.Id, redemption.CustomerId, redemption.RewardId));
    }

    [Fact]
    public async Task A_list_whose_last_row_lacks_its_id_ends_with_an_error_and_a_search_in_it_proves_nothing()
    {
        const string Page = """{"object":"list","data":[{"object":"loyalty_transaction"}],"has_more":true}""";
        using var list = new ScriptedClient(Steps.Ok(Page));
        using var search = new ScriptedClient(
            static builder => builder.Configure(static options => options.Reconciliation.OutcomeTimeout = TimeSpan.FromSeconds(5)),
            Steps.LoseConnection(),
            Steps.Ok(Page));

        var error = await Assert.ThrowsAsync<LoyaltyException>(() => list.Clock.RunToEnd(
            list.Client.V1.Transactions.ListMemberTransactionsAsync("CARD").ToListAsync().AsTask()));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => search.AdjustAsync());

        Assert.Contains("incomplete", error.Message, StringComparison.Ordinal);
        Assert.Single(list.Handler.Requests);
    }

    [Fact]
    public async Task Nothing_is_sent_for_an_empty_id()
    {
        using var test = new ScriptedClient();
        var empty = new RewardAssignment().RewardId;
        var client = test.Client;

        Assert.Throws<ArgumentException>(() => { _ = client.V1.Rewards.GetRewardAssignmentAsync("camp_1", empty); });
        Assert.Throws<ArgumentException>(() => { _ = client.V1.Members.GetMemberAsync(new LoyaltyMember().Code); });
        Assert.Throws<ArgumentException>(() => { _ = client.AsyncActions.GetAsyncActionAsync(new AsyncActionRef().AsyncActionId); });
        await Assert.ThrowsAsync<ArgumentException>(() => test.Clock.RunToEnd(
            client.V1.Redemptions.RedeemRewardAsync("CARD", new() { Reward = new() { Id = empty } })));
        await Assert.ThrowsAsync<ArgumentException>(() => test.Clock.RunToEnd(
            client.V1.Transactions.ListMemberTransactionsPageAsync("CARD", new() { StartingAfterId = empty })));
        Assert.Equal(0, test.Attempts);
    }
}
