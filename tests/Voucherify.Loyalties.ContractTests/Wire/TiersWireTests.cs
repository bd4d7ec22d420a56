using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The requests that create tiers and list their earning rules.</summary>
public sealed class TiersWireTests : OperationTests
{
    private const string Path = "/v1/loyalties/camp_1/tiers";

    [Fact]
    public async Task Tiers_are_created_in_one_request()
    {
        CreateTierRequest[] tiers =
        [
            new()
            {
                Name = "Silver",
                Points = new() { From = 0, To = 999 },
                EarningRules = new Dictionary<string, TierMapping>
                {
                    ["ern_1"] = new() { Type = TierMappingType.Multiply, Multiplier = 1.5m },
                },
                Rewards = new Dictionary<string, TierMapping> { ["rew_1"] = new() { Type = TierMappingType.Custom, Points = 10 } },
            },
            new() { Name = "Gold", Points = new() { From = 1000 } },
        ];

        var created = await PlayAsync(
            Exchange.Post(
                Path,
                """[{"id":"ltr_1","name":"Silver","metadata":null},{"id":"ltr_2","name":"Gold","config":{"points":{"from":1000}}}]"""),
            client => client.V1.Tiers.CreateTiersAsync("camp_1", tiers, cancellationToken: Stop),
            body: Flat("""
                [{"name":"Silver","points":{"from":0,"to":999},"earning_rules":{"ern_1":{"type":"MULTIPLY","multiplier":1.5}},
                "rewards":{"rew_1":{"type":"CUSTOM","points":10}}},
                {"name":"Gold","points":{"from":1000}}]
                """));

        Assert.Equal(["ltr_1", "ltr_2"], created.Select(static tier => tier.Id));
        Assert.Equal(1000, created[1].Config!.Points!.From);
    }

    [Fact]
    public async Task The_earning_rules_of_a_tier_are_listed()
    {
        var page = await PlayAsync(
            Exchange.Get(
                $"{Path}/ltr_1/earning-rules",
                """{"object":"list","data_ref":"data","data":[{"id":"ern_1","loyalty":{"type":"FIXED","points":15}}],"total":1}"""),
            client => client.V1.Tiers.ListTierEarningRulesPageAsync(
                "camp_1", "ltr_1", new() { Limit = 100, Page = 1 }, cancellationToken: Stop),
            query: "limit=100&page=1");

        Assert.Equal(15, Assert.Single(page.Data!).Loyalty!.Points);
    }
}
