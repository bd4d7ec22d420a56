using System.Globalization;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string TiersPath = "v1/loyalties/Summer%20Club/tiers";
    private const string SilverAndGold =
        """[{"name":"Silver","points":{"from":0,"to":99}},{"name":"Gold","points":{"from":100},"metadata":{"a":1}}]""";

    [Fact]
    public async Task Tiers_are_returned_as_they_were_created_in_their_order()
    {
        var (sandbox, client) = await StartWithCardAsync();
        await PostAsync(client, TiersPath, SilverAndGold);
        var sdk = Sdk(sandbox);

        var tiers = (await sdk.V1.Tiers.ListTiersAsync(Campaign, cancellationToken: Stop)).Data!;
        var gold = await sdk.V1.Tiers.GetTierAsync(Campaign, tiers[1].Id!, cancellationToken: Stop);

        Assert.Equal(["Silver", "Gold"], tiers.Select(static tier => tier.Name));
        Assert.Equal((0, 99, 100, null), (tiers[0].Config!.Points!.From, tiers[0].Points!.To, gold.Points!.From, gold.Config!.Points!.To));
        Assert.Equal(1, gold.Metadata!["a"].AsNumber());
        Assert.Equal([gold.Id!], (await GetAsync(client, TiersPath + "?order=-created_at&limit=1")).Ids);
        Assert.Equal("loyalty_tier", (string?)(await GetAsync(client, TiersPath + "/lt_1")).Json["resource_type"]);
    }

    [Theory]
    [InlineData("""[{"points":{"from":1}}]""", "Payload should have required property 'name'")]
    [InlineData("""[{"name":"Gold"}]""", "Payload should have required property 'points'")]
    [InlineData("""[{"name":"Gold","points":{"from":"x"}}]""", "Property .points.from must be integer")]
    public async Task An_invalid_tier_is_refused(string body, string details)
    {
        var (_, client) = await StartWithCardAsync();

        AssertError(await PostAsync(client, TiersPath, body), 400, "invalid_payload", "Invalid payload", details);
    }

    [Theory]
    [InlineData(0, "Silver")]
    [InlineData(99, "Silver")]
    [InlineData(100, "Gold")]
    public async Task The_tier_of_a_member_follows_from_the_balance(long points, string expected)
    {
        var (sandbox, client) = await StartWithCardAsync(points: points);
        await PostAsync(client, TiersPath, SilverAndGold);

        var tier = Assert.Single((await Sdk(sandbox).V1.Tiers.ListMemberTiersAsync("CARD", cancellationToken: Stop)).Data!);

        Assert.Equal((expected, sandbox.V1.GetCard("CARD").HolderId), (tier.Name, tier.Expiration!.CustomerId));
        Assert.Equal(Time.GetUtcNow(), tier.Expiration.CreatedAt);
    }

    [Fact]
    public async Task A_member_outside_all_tiers_has_none()
    {
        var (_, client) = await StartWithCardAsync();
        await PostAsync(client, TiersPath, """[{"name":"Gold","points":{"from":100}}]""");

        Assert.Empty((await GetAsync(client, "v1/loyalties/members/CARD/tiers")).Data);
    }

    [Theory]
    [InlineData("MONTH", "2024-05-31", "Gold")]
    [InlineData("MONTH", "2024-06-01", "Silver")]
    [InlineData("QUARTER", "2024-06-30", "Gold")]
    [InlineData("QUARTER", "2024-07-01", "Silver")]
    [InlineData("HALF_YEAR", "2024-06-30", "Gold")]
    [InlineData("HALF_YEAR", "2024-07-01", "Silver")]
    [InlineData("YEAR", "2024-12-31", "Gold")]
    [InlineData("YEAR", "2025-01-01", "Silver")]
    public async Task Points_in_a_period_count_until_its_end_even_if_they_were_spent(string period, string day, string expected)
    {
        var (sandbox, client) = await StartWithCardAsync();
        await SendAsync(
            client,
            HttpMethod.Put,
            "v1/loyalties/Summer%20Club",
            $$$"""{"loyalty_tiers_expiration":{"qualification_type":"POINTS_IN_PERIOD","qualification_period":"{{{period}}}"}}""");
        await PostAsync(client, TiersPath, SilverAndGold);
        await AdjustAsync(client, 120);
        await AdjustAsync(client, -50);
        Time.SetUtcNow(new DateTimeOffset(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeOnly.MinValue, TimeSpan.Zero));

        var tier = Assert.Single((await Sdk(sandbox).V1.Tiers.ListMemberTiersAsync("CARD", cancellationToken: Stop)).Data!);

        Assert.Equal(expected, tier.Name);
    }

    [Theory]
    [InlineData("""{"rew_mug":{"type":"CUSTOM","points":7}}""", 7)]
    [InlineData("""{"{assignment}":{"type":"CUSTOM","points":"8"}}""", 8)]
    [InlineData("""{"{assignment}":{"type":"MULTIPLY","multiplier":0.5}}""", 10)]
    [InlineData("""{"{assignment}":{"type":"CUSTOM","points":8},"rew_mug":{"type":"CUSTOM","points":7}}""", 7)]
    [InlineData("""{"rew_other":{"type":"CUSTOM","points":7}}""", 20)]
    public async Task A_price_of_a_tier_is_keyed_by_the_reward_or_by_its_assignment(string prices, long expected)
    {
        var (sandbox, client) = await StartWithCardAsync(points: 100);
        sandbox.V1.AddReward("rew_mug", 1, "Mug");
        var assignment = IdOf(await PostAsync(client, RewardsPath, MugForTwenty));
        prices = prices.Replace("{assignment}", assignment, StringComparison.Ordinal);
        var tier = await PostAsync(client, TiersPath, $$$"""[{"name":"Gold","points":{"from":0},"rewards":{{{prices}}}}]""");

        var redemption = await PostAsync(client, RedemptionPath, MugBody);

        Assert.Equal((expected, 100 - expected), ((long)redemption.Json["amount"]!, sandbox.V1.GetCard("CARD").Balance));
        Assert.Equal(IdOf(tier), (string?)redemption.Json["reward"]!["loyalty_tier_id"]);
        Assert.DoesNotContain("\"points\":\"", tier.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tier_changes_earned_points_and_prices()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 150);
        sandbox.V1.AddReward("rew_mug", 1, "Mug");
        var first = IdOf(await PostAsync(client, RulesPath, TenPerOrder));
        var second = IdOf(await PostAsync(client, RulesPath, TenPerOrder));
        await PostAsync(client, RewardsPath, """[{"reward":"rew_mug","parameters":{"loyalty":{"points":200}}}]""");
        var tier = IdOf(await PostAsync(client, TiersPath, $$$"""
            [{"name":"Gold","points":{"from":100},
              "earning_rules":{"{{{first}}}":{"type":"MULTIPLY","multiplier":1.25},"{{{second}}}":{"type":"CUSTOM","points":3}},
              "rewards":{"rew_mug":{"multiplier":0.5}} }]
            """));
        var sdk = Sdk(sandbox);

        var estimate = await PostAsync(
            client,
            "v1/loyalties/Summer%20Club/qualifications",
            $$$"""{"customer":{"id":"{{{sandbox.V1.GetCard("CARD").HolderId}}}"},"order":{"amount":1}}""");
        var order = sandbox.V1.PayOrder("CARD", 100);
        var offers = await sdk.V1.Rewards.ListMemberRewardsAsync("CARD", new() { AffordableOnly = true }, cancellationToken: Stop);
        var redemption = await sdk.V1.Redemptions.RedeemRewardAsync(
            "CARD",
            new() { Reward = new() { Id = "rew_mug" } },
            cancellationToken: Stop);

        Assert.Equal((16, 16), ((int)estimate.Json["points_estimation"]!, order.EarnedPoints)); // 12.5 is rounded to 13.
        Assert.Equal("rew_mug", Assert.Single(offers.Data!).Reward!.Id);
        Assert.Equal((100, 66), (redemption.LoyaltyCard!.Points, sandbox.V1.GetCard("CARD").Balance));
        Assert.Equal(
            [first, second],
            (await sdk.V1.Tiers.ListTierEarningRulesAsync(
                Campaign,
                tier,
                cancellationToken: Stop).ToListAsync(Stop)).Select(static rule => rule.Id));
        Assert.Equal(
            "loyalty_tier_reward",
            Assert.Single((await sdk.V1.Tiers.ListTierRewardsAsync(Campaign, tier, cancellationToken: Stop)).Data!).Object);
        Assert.Equal("Gold", (string?)(await TransactionsAsync(client)).Data[1]["details"]!["holder_loyalty_tier"]!["name"]);
    }
}
