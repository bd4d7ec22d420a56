using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Consumer;

/// <summary>Calls as people type them before they read a page. Each must compile and do what it says.</summary>
public sealed class InstinctTests : IDisposable
{
    private readonly LoyaltySandbox _sandbox = LoyaltySandbox.Create();
    private readonly LoyaltyClient _client;
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    public InstinctTests()
    {
        _sandbox.V1.AddCard("ANNA", points: 500);
        _sandbox.V1.AddReward("rew_mug", points: 300, "Mug");
        _client = new LoyaltyClient(_sandbox.CreateClientOptions(), _sandbox.CreateHandler());
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Points_are_adjusted_by_a_number()
    {
        var added = await _client.V1.Members.AdjustBalanceAsync("ANNA", 100);
        var removed = await _client.V1.Members.AdjustBalanceAsync("ANNA", -30, _stop);
        var named = await _client.V1.Members.AdjustBalanceAsync("ANNA", 5, "order-1");
        var stoppable = await _client.V1.Members.AdjustBalanceAsync("ANNA", 5, "order-2", _stop);

        Assert.Equal([600, 570, 575, 580], new[] { added.Balance, removed.Balance, named.Balance, stoppable.Balance });
        Assert.Equal(["order-1", "order-2"], new[] { named.SourceId, stoppable.SourceId });
        Assert.False(string.IsNullOrEmpty(added.SourceId));
        Assert.NotEqual(added.SourceId, removed.SourceId);
    }

    [Fact]
    public async Task Two_adjustments_without_an_id_count_twice_and_with_one_once()
    {
        await _client.V1.Members.AdjustBalanceAsync("ANNA", 100, _stop);
        await _client.V1.Members.AdjustBalanceAsync("ANNA", 100, _stop);
        await _client.V1.Members.AddPointsAsync("ANNA", 7, "order-7", _stop);
        await _client.V1.Members.AddPointsAsync("ANNA", 7, "order-7", _stop);

        Assert.Equal(707, (await _client.V1.Members.GetMemberAsync("ANNA", _stop)).Balance);
    }

    [Fact]
    public async Task A_token_needs_no_options_before_it()
    {
        var members = _client.V1.Members;

        Assert.Equal("ANNA", (await members.GetMemberAsync("ANNA", _stop)).Code.Value);
        await members.RemovePointsAsync("ANNA", 1, "order-1", _stop);
        await members.AdjustBalanceAsync("ANNA", new AdjustBalanceRequest { Points = 1 }, _stop);
        await members.AdjustBalanceOnceAsync("ANNA", new AdjustBalanceRequest { Points = 1, SourceId = "order-2" }, _stop);
        await members.ResumeAdjustmentAsync(
            "ANNA", new AdjustBalanceRequest { Points = 1, SourceId = "order-3" }, new ResumeOptions { Prior = PriorAttempt.None }, _stop);
        await foreach (var activity in members.ListMemberActivityAsync("ANNA", _stop))
        {
            Assert.NotEmpty(activity.Id);
        }

        Assert.Equal(4, (await _client.V1.Transactions.ListMemberTransactionsPageAsync("ANNA", _stop)).Data!.Count);
        Assert.Single((await _client.V1.Transactions.ListMemberTransactionsPageAsync("ANNA", new() { Limit = 1 }, _stop)).Data!);
    }

    [Fact]
    public async Task A_transaction_shows_its_points_and_its_type_is_switched_on()
    {
        await _client.V1.Members.AdjustBalanceAsync("ANNA", 100, "order-1", _stop);
        var words = new List<string>();
        await foreach (var transaction in _client.V1.Transactions.ListMemberTransactionsAsync("ANNA", _stop))
        {
            switch (transaction.Type)
            {
                case LoyaltyTransactionType.PointsAddition:
                    words.Add($"{transaction.Points} added, {transaction.Balance} now");
                    break;
                case LoyaltyTransactionType.PointsRemoval:
                case LoyaltyTransactionType.PointsExpiration:
                    words.Add("less");
                    break;
                default:
                    words.Add("other");
                    break;
            }

            Assert.True(transaction.Type == LoyaltyTransactionType.PointsAddition);
            Assert.True(LoyaltyTransactionType.PointsRemoval != transaction.Type);
            Assert.True(transaction is { Type.Value: LoyaltyTransactionType.PointsAddition });
            Assert.Equal("+", transaction.Type?.Value switch { LoyaltyTransactionType.PointsAddition => "+", _ => "-" });
            Assert.Empty(transaction.OrderId);
        }

        Assert.Equal("100 added, 600 now", words[0]);
    }

    [Fact]
    public void An_open_enum_is_a_string_in_both_directions()
    {
        LoyaltyTransactionType future = "FROM_TOMORROW";
        LoyaltyTransactionType? absent = (string?)null;
        string written = future;
        LoyaltyTransactionType? chosen = written.Length == 0 ? LoyaltyTransactionType.PointsAddition : null;
        IReadOnlyList<LoyaltyTransactionType> list = [LoyaltyTransactionType.PointsRefund, future];

        Assert.Equal("FROM_TOMORROW", written);
        Assert.Null(absent);
        Assert.Null(chosen);
        Assert.Contains(future, list);
        Assert.Equal("POINTS_REFUND", $"{list[0]}");
    }

    [Fact]
    public async Task A_reward_is_redeemed_by_its_id_with_metadata()
    {
        var redemption = await _client.V1.Redemptions.RedeemRewardAsync(
            "ANNA", new() { Reward = "rew_mug", Metadata = new() { ["a"] = "b", ["n"] = 2, ["tags"] = ["x", "y"] } }, _stop);

        Assert.Equal((300, "rew_mug"), (redemption.Points, redemption.RewardId));
        Assert.Equal("""{"a":"b","n":2,"tags":["x","y"]}""", redemption.Metadata!.ToString());
        Assert.Throws<ArgumentException>(static () => new RedeemRewardRequest { Reward = "" });
    }

    [Fact]
    public async Task Ids_of_responses_go_into_calls_as_they_are()
    {
        var campaign = await _client.V1.Campaigns.CreateCampaignAsync(new() { Name = "Club" }, _stop);
        var rules = await _client.V1.EarningRules.CreateEarningRulesAsync(
            campaign.Id, [CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.Fixed(5))], _stop);

        var read = await _client.V1.EarningRules.GetEarningRuleAsync(campaign.Id, rules[0].Id, _stop);

        Assert.Equal(rules[0].Id, read.Id);
    }
}
