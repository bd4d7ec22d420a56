using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Validation;

/// <summary>Bodies of version 2 that cannot be right are refused, with the place of the fault, before anything is sent.</summary>
public sealed class RequestCheckTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    public static TheoryData<CreateCardDefinitionRequest, string> CardDefinitions { get; } = new()
    {
        { Card() with { Name = "" }, "request.Name" },
        { Card() with { PointsExpiration = new() }, "request.PointsExpiration.Type" },
        {
            Card() with { PointsExpiration = new() { Type = ExpirationType.RollingExpiration } },
            "request.PointsExpiration.RollingExpiration"
        },
        {
            Card() with { PointsExpiration = new() { Type = ExpirationType.NoExpiration, CalendarExpiration = new() } },
            "request.PointsExpiration.CalendarExpiration"
        },
        {
            Card() with
            {
                PointsExpiration = new()
                {
                    Type = ExpirationType.RollingExpiration,
                    RollingExpiration = new() { Period = new() { Value = 1 } },
                },
            },
            "request.PointsExpiration.RollingExpiration.Period.Unit"
        },
        {
            Card() with
            {
                EarningLimits = new()
                {
                    Global = new() { Type = LimitType.Limited, Limits = [] },
                    Transactions = new() { Type = LimitType.NoLimit },
                },
            },
            "request.EarningLimits.Global.Limits"
        },
        {
            Card() with
            {
                SpendingLimits = new()
                {
                    Global = new() { Type = LimitType.Limited, Limits = [new() { Type = PointsLimitType.TimeBased, Max = 5 }] },
                    Transactions = new() { Type = LimitType.NoLimit },
                },
            },
            "request.SpendingLimits.Global.Limits[0].Max"
        },
    };

    public static TheoryData<CreateRewardRequest, string> Rewards { get; } = new()
    {
        { Coupon() with { Type = RewardType.Material }, "request.Material" },
        { Coupon() with { Material = new() { Type = MaterialType.Product, Product = new() { Id = "prod_1" } } }, "request.Material" },
        { Coupon() with { Costs = [] }, "request.Costs" },
        { Coupon() with { Costs = [null!] }, "request.Costs[0]" },
        { Coupon() with { Costs = [RewardCost.InPoints("lrew_1", 50)] }, "request.Costs[0].Spending[0].CardDefinitionId" },
        { Coupon() with { Costs = [RewardCost.InPoints(default, 50)] }, "request.Costs[0].Spending[0].CardDefinitionId" },
        {
            Coupon() with
            {
                Costs = [RewardCost.InPoints("lcdef_1", 50) with { TierRules = Tier("lts_1", "lts_1") }],
            },
            "request.Costs[0].TierRules.AnyOf[0].TierIds[0]"
        },
    };

    [Theory, MemberData(nameof(CardDefinitions))]
    public async Task An_invalid_card_definition_is_refused(CreateCardDefinitionRequest request, string place)
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        await Assert.ThrowsAsync<ArgumentException>(
            place, () => test.Client.V2.CardDefinitions.CreateCardDefinitionAsync(request, Token));

        Assert.Equal(0, test.Attempts);
    }

    [Theory, MemberData(nameof(Rewards))]
    public async Task An_invalid_reward_is_refused(CreateRewardRequest request, string place)
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        await Assert.ThrowsAsync<ArgumentException>(place, () => test.Client.V2.Rewards.CreateRewardAsync(request, Token));

        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task An_id_of_another_kind_in_a_body_is_refused_with_the_names_of_both_kinds()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        var error = await Assert.ThrowsAsync<ArgumentException>(
            "request.Assign[0].Id",
            () => test.Client.V2.Assignments.BatchEarningRuleAssignmentsAsync("lprg_1", new() { Assign = ["lcdef_1"] }, Token));
        await Assert.ThrowsAsync<ArgumentException>(
            "request.Unassign[0].Id",
            () => test.Client.V2.Assignments.BatchRewardAssignmentsAsync("lprg_1", new() { Unassign = [new() { Id = default }] }, Token));
        await Assert.ThrowsAsync<ArgumentException>(
            "request.Assign[0].Stock",
            () => test.Client.V2.Assignments.BatchRewardAssignmentsAsync("lprg_1", new() { Assign = [new() { Id = "lrew_1" }] }, Token));

        Assert.StartsWith(
            "The value begins with 'lcdef_': it is the id of a card definition, but the id of an earning rule is expected.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task A_type_that_is_not_known_may_need_anything()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.CardDefinition"));

        await test.Client.V2.CardDefinitions.CreateCardDefinitionAsync(
            Card() with { PointsExpiration = new() { Type = "LUNAR_EXPIRATION" } }, Token);

        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task An_update_without_a_type_may_have_any_part()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.TierStructure"));

        await test.Client.V2.TierStructures.UpdateTierStructureAsync(
            "lts_1", new() { PointBalance = new() { CardDefinitionId = "lcdef_1" } }, Token);

        Assert.Equal(1, test.Attempts);
    }

    private static CreateCardDefinitionRequest Card() => new() { Name = "Points" };

    private static CreateRewardRequest Coupon() => new()
    {
        Name = "Coupon",
        Type = RewardType.Digital,
        Digital = new() { Type = DigitalType.DiscountCoupons, DiscountCoupons = new() { CampaignId = "camp_1" } },
        Costs = [RewardCost.InPoints("lcdef_1", 50)],
    };

    private static TierRules Tier(TierStructureId structure, string tier) =>
        new() { Type = TierRulesType.AnyOf, AnyOf = [new() { TierStructureId = structure, TierIds = [tier] }] };
}
