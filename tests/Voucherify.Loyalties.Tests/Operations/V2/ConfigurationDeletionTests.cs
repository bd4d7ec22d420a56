using System.Net;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Operations.V2;

/// <summary>Deletions of programs and of what they consist of.</summary>
public sealed class ConfigurationDeletionTests
{
    private const string Loyalties = "/v2/loyalties";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    public static TheoryData<string> Paths { get; } =
    [
        "programs/x_1", "card-definitions/x_1", "earning-rules/x_1", "rewards/x_1", "tier-structures/x_1", "tier-structures/x_1/tiers/x_2",
    ];

    [Theory, MemberData(nameof(Paths))]
    public async Task A_deletion_returns_the_last_state(string path)
    {
        using var test = new ScriptedClient(Steps.Ok("""{"id":"x_1","name":"Club","status":"DELETED"}"""));

        Assert.Equal("x_1", await DeleteAsync(test, path));

        test.AssertSent(HttpMethod.Delete, $"{Loyalties}/{path}", body: null);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task What_is_gone_after_a_lost_response_was_deleted(string path)
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), NotFound());

        Assert.Null(await DeleteAsync(test, path));

        Assert.Equal(2, test.Attempts);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task What_was_never_there_is_an_error(string path)
    {
        using var test = new ScriptedClient(NotFound());

        await Assert.ThrowsAsync<LoyaltyApiException>(() => DeleteAsync(test, path));
    }

    [Fact]
    public async Task What_is_in_use_is_not_deleted()
    {
        using var rig = new CardRig();
        var v2 = rig.Client.V2;
        var card = await rig.Run(v2.CardDefinitions.CreateCardDefinitionAsync(new() { Name = "Points" }, Token));
        var program = await rig.Run(v2.Programs.CreateProgramAsync(new() { Name = "Club", CardDefinitions = [card.Id] }, Token));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => rig.Run(v2.CardDefinitions.DeleteCardDefinitionAsync(card.Id, Token)));
        var deleted = await rig.Run(v2.Programs.DeleteProgramAsync(program.Id, Token));
        var card2 = await rig.Run(v2.CardDefinitions.DeleteCardDefinitionAsync(card.Id, Token));

        Assert.Equal(LoyaltyErrorKeys.ResourceInUse, error.Key);
        Assert.Equal((ProgramStatus.Deleted, CardDefinitionStatus.Deleted), (deleted!.Status!.Value.Value, card2!.Status!.Value.Value));
        await Assert.ThrowsAsync<LoyaltyApiException>(() => rig.Run(v2.Programs.GetProgramAsync(program.Id, Token)));
    }

    [Fact]
    public async Task A_tier_that_an_earning_needs_is_not_deleted()
    {
        using var rig = new CardRig();
        var v2 = rig.Client.V2;
        var tiers = await rig.Run(v2.TierStructures.CreateTierStructureAsync(
            new() { Name = "Tiers", Type = TierStructureType.PointBalance, PointBalance = new() { CardDefinitionId = "lcdef_1" } }, Token));
        var gold = await rig.Run(v2.TierStructures.CreateTierAsync(tiers.Id, Tier("Gold", 100), Token));
        var silver = await rig.Run(v2.TierStructures.CreateTierAsync(tiers.Id, Tier("Silver", 10), Token));
        var rule = await rig.Run(v2.EarningRules.CreateEarningRuleAsync(
            new()
            {
                Name = "Orders",
                Trigger = EarningRuleTrigger.OrderPaid,
                Earnings =
                [
                    new()
                    {
                        TierRules = new()
                        {
                            Type = TierRulesType.AnyOf, AnyOf = [new() { TierStructureId = tiers.Id, TierIds = [gold.Id] }],
                        },
                        Effects = [EarningEffect.PerOrderAmount("lcdef_1", every: 100, points: 1)],
                    },
                ],
            },
            Token));

        var tierError = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => rig.Run(v2.TierStructures.DeleteTierAsync(tiers.Id, gold.Id, Token)));
        var structureError = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => rig.Run(v2.TierStructures.DeleteTierStructureAsync(tiers.Id, Token)));
        Assert.NotNull(await rig.Run(v2.TierStructures.DeleteTierAsync(tiers.Id, silver.Id, Token)));
        await rig.Run(v2.EarningRules.DeleteEarningRuleAsync(rule.Id, Token));
        Assert.NotNull(await rig.Run(v2.TierStructures.DeleteTierAsync(tiers.Id, gold.Id, Token)));

        Assert.Equal((LoyaltyErrorKeys.ResourceInUse, LoyaltyErrorKeys.ResourceInUse), (tierError.Key, structureError.Key));
    }

    private static CreateTierRequest Tier(string name, int points) => new()
    {
        Name = name,
        QualificationRules = new() { Type = QualificationType.Points, Points = new() { MinValue = points } },
    };

    private static Step NotFound() => Steps.Respond(HttpStatusCode.NotFound, """{"code":404,"key":"not_found","message":"Not found"}""");

    private static async Task<string?> DeleteAsync(ScriptedClient test, string path)
    {
        var v2 = test.Client.V2;
        return path.Split('/') switch
        {
            ["programs", ..] => (await test.Clock.RunToEnd(v2.Programs.DeleteProgramAsync("x_1", Token)))?.Id.Value,
            ["card-definitions", _] =>
                (await test.Clock.RunToEnd(v2.CardDefinitions.DeleteCardDefinitionAsync("x_1", Token)))?.Id.Value,
            ["earning-rules", ..] => (await test.Clock.RunToEnd(v2.EarningRules.DeleteEarningRuleAsync("x_1", Token)))?.Id.Value,
            ["rewards", ..] => (await test.Clock.RunToEnd(v2.Rewards.DeleteRewardAsync("x_1", Token)))?.Id.Value,
            [_, _, "tiers", _] => (await test.Clock.RunToEnd(v2.TierStructures.DeleteTierAsync("x_1", "x_2", Token)))?.Id.Value,
            _ => (await test.Clock.RunToEnd(v2.TierStructures.DeleteTierStructureAsync("x_1", Token)))?.Id.Value,
        };
    }
}
