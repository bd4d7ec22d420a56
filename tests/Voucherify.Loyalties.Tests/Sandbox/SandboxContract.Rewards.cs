using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string RewardsPath = "v1/loyalties/Summer%20Club/rewards";
    private const string MugForTwenty = """[{"reward":"rew_mug","parameters":{"loyalty":{"points":20}}}]""";

    [Fact]
    public async Task A_reward_assignment_is_created_read_updated_and_deleted()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 100);
        sandbox.V1.AddReward("rew_mug", 30, "Mug");
        var rewards = Sdk(sandbox).V1.Rewards;

        var created = Assert.Single(await rewards.CreateRewardAssignmentsAsync(
            Campaign,
            [new() { RewardId = "rew_mug", Parameters = new() { Loyalty = new() { Points = 20, AutoRedeem = false } } }],
            cancellationToken: Stop));
        var listed = await rewards.ListRewardAssignmentsAsync(Campaign, cancellationToken: Stop).ToListAsync(Stop);
        var reward = await rewards.GetAssignedRewardAsync(Campaign, created.Id!, cancellationToken: Stop);
        var changed = await rewards.UpdateRewardAssignmentAsync(
            Campaign,
            created.Id!,
            new() { Parameters = new() { Loyalty = new() { Points = 25 } } },
            cancellationToken: Stop);
        var read = await rewards.GetRewardAssignmentAsync(Campaign, created.Id!, cancellationToken: Stop);

        Assert.Equal(
            ("rew_mug", "campaign", 20, false),
            (created.RewardId, created.RelatedObjectType, created.Parameters!.Loyalty!.Points, created.Parameters.Loyalty.AutoRedeem));
        Assert.Equal([created.Id], listed.Select(static row => row.Id));
        Assert.Equal(("rew_mug", "Mug", RewardType.Material), (reward.Id, reward.Name, reward.Type?.Value));
        Assert.Equal((25, 25, Time.GetUtcNow()), (changed.Parameters!.Loyalty!.Points, read.Parameters!.Loyalty!.Points, read.UpdatedAt));
        Assert.Equal([created.Id!], (await GetAsync(client, $"{RewardsPath}?assignment_id={created.Id}")).Ids);
        Assert.Empty((await GetAsync(client, "v1/loyalties/Summer%20Club/reward-assignments?assignmentId=x")).Data);

        await rewards.DeleteRewardAssignmentAsync(Campaign, created.Id!, cancellationToken: Stop);
        var gone = await Assert.ThrowsAsync<LoyaltyApiException>(() =>
            rewards.DeleteRewardAssignmentAsync(Campaign, created.Id!, cancellationToken: Stop));
        Assert.Equal("reward_assignment", gone.Error.ResourceType);
    }

    [Theory]
    [InlineData("{}", 400, "invalid_payload")]
    [InlineData("""[{"parameters":{"loyalty":{"points":20}}}]""", 400, "invalid_payload")]
    [InlineData("""[{"reward":"rew_mug"}]""", 400, "invalid_payload")]
    [InlineData("""[{"reward":"rew_mug","parameters":{"loyalty":{"points":0}}}]""", 400, "invalid_payload")]
    [InlineData("""[{"reward":"rew_none","parameters":{"loyalty":{"points":20}}}]""", 404, "not_found")]
    [InlineData(
        """[{"reward":"rew_mug","parameters":{"loyalty":{"points":20}}},{"reward":"rew_mug","parameters":{"loyalty":{"points":20}}}]""",
        409,
        "duplicate_found")]
    public async Task An_invalid_reward_assignment_is_refused_with_all_others_of_its_request(string body, int status, string key)
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.V1.AddReward("rew_mug", 30);

        var response = await PostAsync(client, RewardsPath, body);

        Assert.Equal((status, key), ((int)response.Status, (string?)response.Json["key"]));
        Assert.Empty((await GetAsync(client, RewardsPath)).Data);
    }

    [Fact]
    public async Task A_reward_is_assigned_to_a_campaign_once()
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.V1.AddReward("rew_mug", 30);
        await PostAsync(client, RewardsPath, MugForTwenty);

        var response = await PostAsync(client, RewardsPath, MugForTwenty);

        Assert.Equal(
            (409, "duplicate_found", "reward_assignment"),
            ((int)response.Status, (string?)response.Json["key"], (string?)response.Json["resource_type"]));
    }

    [Fact]
    public async Task A_campaign_with_assignments_redeems_only_those_at_their_price()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 100);
        sandbox.V1.AddReward("rew_mug", 30);
        sandbox.V1.AddReward("rew_pen", 1);
        var assignment = IdOf(await PostAsync(client, RewardsPath, MugForTwenty));

        var mug = await PostAsync(client, RedemptionPath, MugBody);
        var pen = await PostAsync(client, RedemptionPath, """{"reward":{"id":"rew_pen"}}""");
        await SendAsync(client, HttpMethod.Delete, $"{RewardsPath}/{assignment}");
        var none = await PostAsync(client, RedemptionPath, MugBody);

        Assert.Equal((20, assignment), ((int)mug.Json["loyalty_card"]!["points"]!, (string?)mug.Json["reward"]!["assignment_id"]));
        Assert.Equal(("reward", "reward"), ((string?)pen.Json["resource_type"], (string?)none.Json["resource_type"]));
        Assert.Equal(80, sandbox.V1.GetCard("CARD").Balance);
    }

    [Fact]
    public async Task Members_list_all_rewards_or_only_affordable_ones()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 25);
        sandbox.V1.AddReward("rew_mug", 30);
        sandbox.V1.AddReward("rew_car", 30);
        await PostAsync(client, RewardsPath, MugForTwenty);
        await PostAsync(client, RewardsPath, """[{"reward":"rew_car","parameters":{"loyalty":{"points":9000}}}]""");
        var rewards = Sdk(sandbox).V1.Rewards;

        var all = await rewards.ListMemberRewardsAsync("CARD", cancellationToken: Stop);
        var affordable = await rewards.ListMemberRewardsAsync("CARD", new() { AffordableOnly = true }, cancellationToken: Stop);

        Assert.Equal(
            [("rew_mug", 20L), ("rew_car", 9000L)],
            all.Data!.Select(static offer => (offer.Reward!.Id!, offer.Assignment!.Parameters!.Loyalty!.Points!.Value)));
        Assert.Equal(["rew_mug"], affordable.Data!.Select(static offer => offer.Reward!.Id));
        Assert.Equal((2, 1, "loyalty_reward"), (all.Total, affordable.Total, all.Data![0].Object));
    }
}
