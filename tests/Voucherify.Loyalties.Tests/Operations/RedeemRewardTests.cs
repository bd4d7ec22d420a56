using System.Net;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Operations;

public sealed class RedeemRewardTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static RedeemRewardRequest Request => new() { Reward = new() { Id = "rew_1" } };

    [Theory]
    [InlineData(null, "/v1/loyalties/members/CARD/redemption")]
    [InlineData("My program", "/v1/loyalties/My%20program/members/CARD/redemption")]
    public async Task A_reward_is_redeemed_on_both_routes_and_its_response_is_complete(string? campaignId, string path)
    {
        using var test = new ScriptedClient(SampleResponses.Ok("Redemption"));

        var redemption = await test.Client.V1.Redemptions.RedeemRewardAsync("CARD", Request, campaignId, cancellationToken: Token);

        test.AssertSent(HttpMethod.Post, path, """{"reward":{"id":"rew_1"}}""");
        SampleResponses.AssertComplete("Redemption", redemption, V1Json.Redemption);
    }

    [Fact]
    public async Task Every_property_of_a_redemption_request_is_sent_under_its_name()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("Redemption"));
        var sample = SampleResponses.Of("RedeemRewardRequest").ToJsonString();
        var request = System.Text.Json.JsonSerializer.Deserialize(sample, V1Json.RedeemRewardRequest)!;

        await test.Client.V1.Redemptions.RedeemRewardAsync("CARD", request, cancellationToken: Token);

        test.AssertSent(HttpMethod.Post, "/v1/loyalties/members/CARD/redemption", sample);
        Assert.Equal("RedeemRewardRequest.order.items.source_id", request.Order!.Items![0].SourceId);
        Assert.Equal(OrderItemKind.Product, request.Order.Items[0].Kind);
    }

    [Fact]
    public async Task A_redemption_with_unknown_values_is_read()
    {
        using var test = new ScriptedClient(Steps.Ok(
            """
            {"id":"r_1","redemption":"r_0","amount":"100","status":"ROLLED BACK","loyalty_card":{"points":100},
            "reward":{"type":"COIN","parameters":{"coin":{"exchange_ratio":0.5,"points_ratio":10}}},"surprise":{}}
            """));

        var redemption = await test.Client.V1.Redemptions.RedeemRewardAsync("CARD", Request, cancellationToken: Token);

        Assert.Equal(("r_0", 100, 100), (redemption.ParentRedemptionId, redemption.Amount, redemption.LoyaltyCard!.Points));
        Assert.Equal("ROLLED BACK", redemption.Status!.Value.Value);
        Assert.Equal(0.5m, redemption.Reward!.Parameters!.Coin!.ExchangeRatio);
    }

    [Fact]
    public async Task A_redemption_is_never_repeated_after_a_lost_response()
    {
        using var test = new ScriptedClient(Steps.LoseConnection());

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Client.V1.Redemptions.RedeemRewardAsync("CARD", Request, "c", cancellationToken: Token));

        Assert.Equal(("CARD", "c"), (error.MemberId, error.CampaignId));
        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task A_redemption_whose_response_has_no_id_has_an_unknown_outcome()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Client.V1.Redemptions.RedeemRewardAsync("CARD", Request, cancellationToken: Token));
    }

    [Fact]
    public async Task A_redemption_with_too_few_points_is_rejected_with_the_key_of_the_error()
    {
        using var test = new ScriptedClient(Steps.Respond(
            HttpStatusCode.BadRequest, """{"code":400,"key":"loyalty_card_points_exceeded","message":"loyalty card points exceeded"}"""));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => test.Client.V1.Redemptions.RedeemRewardAsync("CARD", Request, cancellationToken: Token));

        Assert.Equal(LoyaltyErrorKeys.LoyaltyCardPointsExceeded, error.Key);
    }

    [Fact]
    public void A_redemption_with_invalid_ids_or_no_request_is_refused_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        Assert.Throws<ArgumentException>("memberId", () => { _ = test.Client.V1.Redemptions.RedeemRewardAsync("..", Request); });
        Assert.Throws<ArgumentException>("campaignId", () => { _ = test.Client.V1.Redemptions.RedeemRewardAsync("CARD", Request, ""); });
        Assert.Throws<ArgumentNullException>("request", () => { _ = test.Client.V1.Redemptions.RedeemRewardAsync("CARD", null!); });
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public void A_redemption_moves_points_on_both_routes()
    {
        Assert.True(V1Operations.RedeemReward.MovesPoints);
        Assert.True(V1Operations.RedeemRewardInCampaign.MovesPoints);
        Assert.Equal(Idempotency.NonIdempotent, V1Operations.RedeemReward.Idempotency);
    }
}
