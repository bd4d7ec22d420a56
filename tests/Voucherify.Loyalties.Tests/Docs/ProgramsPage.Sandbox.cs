using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>Where docs/programs.md says that the sandbox does less than the service, or decides what nobody documents.</summary>
public sealed partial class ProgramsPage
{
    [Fact]
    public async Task The_sandbox_refuses_points_that_it_cannot_compute()
    {
        var campaignId = AddCampaign();
        _sandbox.V1.AddCard("ANNA", campaign: Campaign);
        await _client.V1.EarningRules.CreateEarningRulesAsync(
            campaignId, [CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.PerItemsQuantity(1, 5))]);
        var holder = new CustomerInput { Id = _sandbox.V1.GetCard("ANNA").HolderId };

        Assert.Throws<NotSupportedException>(() => _sandbox.V1.PayOrder("ANNA", 100));
        var refused = await Assert.ThrowsAsync<LoyaltyApiException>(() => _client.V1.EarningRules.EstimatePointsAsync(campaignId, new()
        {
            Customer = holder,
            Order = new() { Amount = 100 },
        }));
        Assert.Equal("sandbox_not_supported", refused.Key);
    }

    [Fact]
    public async Task The_sandbox_needs_a_name_and_follows_the_dates_of_a_program()
    {
        var later = await _client.V1.Campaigns.CreateCampaignAsync(new() { Name = "Later", StartDate = _clock.GetUtcNow().AddDays(1) });
        _clock.Advance(TimeSpan.FromDays(1));
        var now = await _client.V1.Campaigns.GetCampaignAsync("Later");

        Assert.Equal((CampaignStatus.Done, false, true), (later.CreationStatus, later.Active, now.Active));
    }

    [Fact]
    public async Task The_sandbox_answers_the_first_card_of_a_customer_again()
    {
        var campaignId = AddCampaign();

        var first = await _client.V1.Members.AddMemberAsync(campaignId, new() { Customer = "anna" });
        var second = await _client.V1.Members.AddMemberAsync(campaignId, new() { Customer = "anna" });

        Assert.Equal(first.Code, second.Code);
    }

    [Fact]
    public async Task The_sandbox_refuses_to_pay_with_points()
    {
        var card = AddCard();
        _sandbox.V1.AddReward("rew_pay", points: 300);

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => _client.V1.Redemptions.RedeemRewardAsync(card, new()
        {
            Reward = new() { Id = "rew_pay", Points = 20 },
            Order = new() { Amount = 10 },
        }));

        Assert.Equal("sandbox_not_supported", error.Key);
        Assert.Empty(_sandbox.Journal);
    }

    [Fact]
    public async Task The_metadata_of_a_redemption_are_in_the_activity()
    {
        var card = AddCard();
        _sandbox.V1.AddReward("rew_fixed", points: 300);
        var metadata = new LoyaltyMetadata { ["shop_id"] = "redemption-17" };

        var redemption = await _client.V1.Redemptions.RedeemRewardAsync(card, new()
        {
            Reward = new() { Id = "rew_fixed" },
            Metadata = metadata,
        });

        Assert.Equal("redemption-17", redemption.Metadata?["shop_id"].AsString());
        var activity = await _client.V1.Members.ListMemberActivityAsync(card).ToListAsync();
        Assert.Contains(activity, static one => one.AsRedemption()?.Redemption?.Metadata?["shop_id"].AsString() == "redemption-17");
    }

    private string AddCampaign() => _sandbox.V1.AddCampaign(Campaign).Id;

    private string AddCard()
    {
        AddCampaign();
        return _sandbox.V1.AddCard("ANNA", points: 500, campaign: Campaign).Code;
    }
}
