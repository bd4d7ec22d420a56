using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Operations.V2;

/// <summary>Batches of assignments, whose lists are read after a lost response.</summary>
public sealed class LostAssignmentTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_that_was_applied_is_read()
    {
        using var rig = new CardRig();
        var program = await ProgramAsync(rig);
        var (one, other) = (await CardAsync(rig, "One"), await CardAsync(rig, "Other"));
        await rig.Run(rig.Client.V2.Assignments.BatchCardDefinitionAssignmentsAsync(program, new() { Assign = [one] }, Token));
        rig.Strike(SandboxFault.LoseResponse);

        var batch = await rig.Run(rig.Client.V2.Assignments.BatchCardDefinitionAssignmentsAsync(
            program, new() { Assign = [other], Unassign = [one] }, Token));

        Assert.Equal((true, other, null), (batch.Recovered, Assert.Single(batch.Assigned!).CardDefinitionId, batch.Unassigned));
        Assert.Equal([other], await AssignedAsync(rig, program));
    }

    [Fact]
    public async Task A_batch_that_was_not_applied_is_sent_again_after_its_window()
    {
        using var rig = new CardRig(configure: static options =>
        {
            options.Reconciliation.ServiceErrorWindow = options.Reconciliation.NoAnswerWindow = TimeSpan.FromSeconds(20);
            options.TotalTimeout = TimeSpan.FromMinutes(5);
        });
        var (program, card) = (await ProgramAsync(rig), await CardAsync(rig, "One"));
        rig.Strike(SandboxFault.LoseRequest);
        var began = rig.Clock.GetUtcNow();

        var batch = await rig.Run(rig.Client.V2.Assignments.BatchCardDefinitionAssignmentsAsync(program, new() { Assign = [card] }, Token));

        Assert.False(batch.Recovered);
        Assert.Equal([card], await AssignedAsync(rig, program));
        Assert.InRange(rig.Clock.GetUtcNow() - began, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_batch_of_which_a_part_is_there_is_not_sent_again()
    {
        using var test = Scripted(Page("""{"card_definition_id":"lcdef_1"},{"card_definition_id":"lcdef_3"}"""));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.Clock.RunToEnd(
            test.Client.V2.Assignments.BatchCardDefinitionAssignmentsAsync(
                "lprg_1", new() { Assign = ["lcdef_1", "lcdef_2"], Unassign = ["lcdef_3"] }, Token)));

        Assert.EndsWith("A part of it is there.", error.Message, StringComparison.Ordinal);
        Assert.Single(test.Handler.Requests, static request => request.Method == HttpMethod.Post);
    }

    [Theory]
    [InlineData("""{"reward_id":"lrew_1","stock":{"type":"LIMITED","limited":{"quantity":3}}}""", true)]
    [InlineData("""{"reward_id":"lrew_1","stock":{"type":"LIMITED","limited":{"quantity":2}}}""", false)]
    public async Task A_reward_that_is_assigned_anew_is_told_by_its_stock(string row, bool isApplied)
    {
        using var test = Scripted(Page(row));
        var request = new BatchRewardAssignmentsRequest
        {
            Assign = [new() { Id = "lrew_1", Stock = Stock.Of(3) }],
            Unassign = ["lrew_1"],
        };

        var call = test.Clock.RunToEnd(test.Client.V2.Assignments.BatchRewardAssignmentsAsync("lprg_1", request, Token));

        if (isApplied)
        {
            Assert.True((await call).Recovered);
        }
        else
        {
            await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => call);
        }

        Assert.Equal(isApplied ? 1 : 2, test.Handler.Requests.Count(static one => one.Method == HttpMethod.Post));
    }

    [Fact]
    public async Task An_earning_rule_and_a_tier_structure_are_told_by_their_ids()
    {
        using var rules = Scripted(Page("""{"earning_rule_id":"lern_1"}"""));
        using var tiers = Scripted(Page(""));

        var assigned = await rules.Clock.RunToEnd(
            rules.Client.V2.Assignments.BatchEarningRuleAssignmentsAsync("lprg_1", new() { Assign = ["lern_1"] }, Token));
        var removed = await tiers.Clock.RunToEnd(
            tiers.Client.V2.Assignments.BatchTierStructureAssignmentsAsync("lprg_1", new() { Unassign = ["lts_1"] }, Token));

        Assert.True(assigned.Recovered && removed.Recovered);
        Assert.Empty(removed.Assigned!);
    }

    private static ScriptedClient Scripted(params Step[] reads) => new(
        static builder => builder.Configure(static options => options.TotalTimeout = TimeSpan.FromMinutes(10)),
        Steps.ByMethod([Steps.LoseConnection()], reads));

    private static Step Page(string rows) => Steps.Respond(HttpStatusCode.OK, $$"""{"data":[{{rows}}],"cursor":null}""");

    private static async Task<ProgramId> ProgramAsync(CardRig rig) =>
        (await rig.Run(rig.Client.V2.Programs.CreateProgramAsync(new() { Name = "Club" }, Token))).Id;

    private static async Task<CardDefinitionId> CardAsync(CardRig rig, string name) =>
        (await rig.Run(rig.Client.V2.CardDefinitions.CreateCardDefinitionAsync(new() { Name = name }, Token))).Id;

    private static async Task<IEnumerable<CardDefinitionId>> AssignedAsync(CardRig rig, ProgramId program)
    {
        var list = rig.Client.V2.Assignments.ListCardDefinitionAssignmentsAsync(program, Token);
        return (await rig.Run(list.ToListAsync(Token).AsTask())).Select(static row => row.CardDefinitionId);
    }
}
