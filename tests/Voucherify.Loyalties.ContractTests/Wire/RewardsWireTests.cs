using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.Generated.V1.Json;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>Rewards of programs, members and tiers: each request byte for byte, and its response.</summary>
public sealed class RewardsWireTests : StubbedTests
{
    private const string Campaign = "/v1/loyalties/camp_1";

    private const string AssignmentJson = """
        {"id":"rewa_1","reward_id":"rew_1","created_at":"2022-08-17T07:46:18.619169+00:00","updated_at":null,"object":"reward_assignment",
         "related_object_id":"camp_1","related_object_type":"campaign","parameters":{"loyalty":{"points":"5","auto_redeem":null}}}
        """;

    private const string AssignmentListJson = $$"""{"data":[{{AssignmentJson}}],"total":1}""";

    private const string RewardJson = """{"id":"rew_1","type":"COIN","parameters":{"coin":{"exchange_ratio":0.5,"points_ratio":1}}}""";

    private const string OffersJson = $$$"""
        {"object":"list","data_ref":"data","total":1,"data":[{"object":"loyalty_reward","assignment":{{{AssignmentJson}}},
         "reward":{"id":"rew_1","type":"MATERIAL","stock":"1","redeemed":null,"parameters":{"product":{"id":"prod_1","sku_id":null}},
         "metadata":null}}]}
        """;

    private static readonly RewardAssignment Assignment = new()
    {
        Id = "rewa_1",
        RewardId = "rew_1",
        CreatedAt = new DateTimeOffset(2022, 8, 17, 7, 46, 18, TimeSpan.Zero).AddTicks(6191690),
        Object = "reward_assignment",
        RelatedObjectId = "camp_1",
        RelatedObjectType = "campaign",
        Parameters = new() { Loyalty = new() { Points = 5 } },
    };

    private static readonly ListRewardAssignmentsQuery ThirdPage = new() { Limit = 2, Page = 3, AssignmentId = "rewa_1" };

    private static readonly Dictionary<string, WireCall> Calls = new()
    {
        ["list-member-rewards"] = new("GET", "/v1/loyalties/members/MmFAzfDe/rewards", OffersJson, static async client =>
            AssertOffers(await client.V1.Rewards.ListMemberRewardsAsync(MemberId, new() { AffordableOnly = true }, cancellationToken: Stop)))
        {
            Query = "affordable_only=true",
        },
        ["list-loyalty-tier-rewards"] = new("GET", $"{Campaign}/tiers/tier_1/rewards", OffersJson, static async client =>
            AssertOffers(await client.V1.Tiers.ListTierRewardsAsync("camp_1", "tier_1", cancellationToken: Stop))),
        ["get-reward-details"] = new("GET", $"{Campaign}/reward-assignments/rewa_1/reward", RewardJson, static async client =>
            Assert.Equal(
                new Reward
                {
                    Id = "rew_1",
                    Type = RewardType.Coin,
                    Parameters = new() { Coin = new() { ExchangeRatio = 0.5m, PointsRatio = 1 } },
                },
                await client.V1.Rewards.GetAssignedRewardAsync("camp_1", "rewa_1", cancellationToken: Stop))),
        ["list-reward-assignments-1"] = new("GET", $"{Campaign}/reward-assignments", AssignmentListJson, static async client =>
            Assert.Equal(
                [Assignment],
                (await client.V1.Rewards.ListRewardAssignmentsPageAsync("camp_1", ThirdPage, cancellationToken: Stop)).Data!))
        {
            Query = "limit=2&page=3&assignmentId=rewa_1",
        },
        ["get-reward-assignment-1"] = new("GET", $"{Campaign}/reward-assignments/rewa_1", AssignmentJson, static async client =>
            Assert.Equal(Assignment, await client.V1.Rewards.GetRewardAssignmentAsync("camp_1", "rewa_1", cancellationToken: Stop))),
        ["create-reward-assignment-1"] = new("POST", $"{Campaign}/rewards", $"[{AssignmentJson}]", static async client =>
            Assert.Equal(
                [Assignment],
                await client.V1.Rewards.CreateRewardAssignmentsAsync(
                    "camp_1",
                    [
                        new() { RewardId = "rew_1", Parameters = new() { Loyalty = new() { Points = 5 } } },
                        new() { RewardId = "rew_2", ValidationRules = ["val_1"] },
                    ],
                    cancellationToken: Stop)))
        {
            Body = """[{"reward":"rew_1","parameters":{"loyalty":{"points":5}}},{"reward":"rew_2","validation_rules":["val_1"]}]""",
        },
        ["update-reward-assignment-1"] = new("PUT", $"{Campaign}/rewards/rewa_1", AssignmentJson, static async client =>
            Assert.Equal(
                Assignment,
                await client.V1.Rewards.UpdateRewardAssignmentAsync(
                    "camp_1",
                    "rewa_1",
                    new() { Parameters = new() { Loyalty = new() { Points = 5, AutoRedeem = true } } },
                    cancellationToken: Stop)))
        {
            Body = """{"parameters":{"loyalty":{"points":5,"auto_redeem":true}}}""",
        },
        ["delete-reward-assignment-1"] = new("DELETE", $"{Campaign}/rewards/rewa_1", "", static client =>
            client.V1.Rewards.DeleteRewardAssignmentAsync("camp_1", "rewa_1", cancellationToken: Stop))
        {
            Status = 204,
        },
    };

    public static TheoryData<string> Operations => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Each_reward_operation_is_sent_and_its_response_read(string operation) => CheckAsync(Calls[operation]);

    [Fact]
    public async Task Assigning_a_reward_twice_is_rejected_with_the_key_of_the_error()
    {
        Expect(Exchange.Post(
            $"{Campaign}/rewards",
            """{"code":409,"key":"duplicate_found","message":"Duplicate resource found","resource_type":"reward_assignment"}""",
            409));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => Connect().V1.Rewards.CreateRewardAssignmentsAsync("camp_1", [new() { RewardId = "rew_1" }], cancellationToken: Stop));

        Assert.Equal((LoyaltyErrorKeys.DuplicateFound, "reward_assignment"), (error.Key, error.Error.ResourceType));
    }

    private static void AssertOffers(RewardOfferList offers)
    {
        var offer = Assert.Single(offers.Data!);
        Assert.Equal((1L, "loyalty_reward", Assignment), (offers.Total, offer.Object, offer.Assignment));
        Assert.Equal(
            new Reward { Id = "rew_1", Type = RewardType.Material, Stock = 1, Parameters = new() { Product = new() { Id = "prod_1" } } },
            offer.Reward);
    }
}
