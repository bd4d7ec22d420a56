using System.Net;
using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Operations;

/// <summary>Reward assignments after a lost response, and responses whose properties must all be read.</summary>
public sealed class RewardsTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_creation_of_reward_assignments_is_never_repeated_after_a_lost_response()
    {
        using var test = new ScriptedClient(Steps.LoseConnection());

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Client.V1.Rewards.CreateRewardAssignmentsAsync("camp_1", [new() { RewardId = "rew_1" }]));

        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task An_update_or_deletion_of_a_reward_assignment_is_repeated_after_a_lost_response()
    {
        using var change = new ScriptedClient(Steps.LoseConnection(), SampleResponses.Ok("RewardAssignment"));
        using var deletion = new ScriptedClient(Steps.LoseConnection(), Steps.Respond(HttpStatusCode.NoContent));

        await change.Clock.RunToEnd(change.Client.V1.Rewards.UpdateRewardAssignmentAsync("camp_1", "rewa_1", new()));
        await deletion.Clock.RunToEnd(deletion.Client.V1.Rewards.DeleteRewardAssignmentAsync("camp_1", "rewa_1"));

        Assert.Equal((2, 2), (change.Attempts, deletion.Attempts));
    }

    [Fact]
    public async Task Reward_assignments_are_listed_page_by_page()
    {
        using var test = new ScriptedClient(Steps.Ok("""{"data":[{"id":"rewa_1"}],"total":1}"""), Steps.Ok("""{"data":[],"total":1}"""));

        var ids = await test.Client.V1.Rewards.ListRewardAssignmentsAsync("camp_1", new() { Limit = 1 }, cancellationToken: Token)
            .Select(item => item.Id)
            .ToListAsync(Token);

        Assert.Equal(["rewa_1"], ids);
        Assert.Equal(
            ["/v1/loyalties/camp_1/reward-assignments?limit=1&page=1", "/v1/loyalties/camp_1/reward-assignments?limit=1&page=2"],
            test.Handler.Requests.Select(request => request.Uri.PathAndQuery));
    }

    [Fact]
    public async Task Responses_about_rewards_and_jobs_keep_every_property()
    {
        using var assignments = new ScriptedClient(SampleResponses.Ok("RewardAssignmentList"));
        using var offers = new ScriptedClient(SampleResponses.Ok("RewardOfferList"));
        using var export = new ScriptedClient(SampleResponses.Ok("Export"));
        using var actions = new ScriptedClient(SampleResponses.Ok("AsyncActionList"));
        using var activities = new ScriptedClient(SampleResponses.Ok("MemberActivityList"));

        SampleResponses.AssertComplete(
            "RewardAssignmentList",
            await assignments.Client.V1.Rewards.ListRewardAssignmentsPageAsync("c", cancellationToken: Token),
            V1Json.RewardAssignmentList);
        SampleResponses.AssertComplete(
            "RewardOfferList",
            await offers.Client.V1.Rewards.ListMemberRewardsAsync("m", cancellationToken: Token),
            V1Json.RewardOfferList);
        SampleResponses.AssertComplete(
            "Export", await export.Client.V1.Exports.GetExportAsync("e", cancellationToken: Token), V1Json.Export);
        SampleResponses.AssertComplete(
            "AsyncActionList",
            await actions.Client.AsyncActions.ListAsyncActionsAsync(cancellationToken: Token),
            PlatformJson.AsyncActionList);
        SampleResponses.AssertComplete(
            "MemberActivityList",
            await activities.Client.V1.Members.ListMemberActivityPageAsync("m", cancellationToken: Token),
            V1Json.MemberActivityList);
    }

    [Fact]
    public void Ids_and_limits_of_rewards_are_checked_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));
        var (rewards, exports) = (test.Client.V1.Rewards, test.Client.V1.Exports);

        Assert.Throws<ArgumentException>("assignmentId", () => { _ = rewards.GetRewardAssignmentAsync("c", ".."); });
        Assert.Throws<ArgumentException>("campaignId", () => { _ = rewards.DeleteRewardAssignmentAsync(" ", "rewa_1"); });
        Assert.Throws<ArgumentNullException>("items", () => { _ = rewards.CreateRewardAssignmentsAsync("c", null!); });
        Assert.Throws<ArgumentOutOfRangeException>(
            "query.Limit", () => { _ = rewards.ListRewardAssignmentsAsync("c", new() { Limit = 0 }); });
        Assert.Throws<ArgumentException>("campaignId", () => { _ = exports.CreateMemberTransactionsExportAsync("m", new(), "."); });
        Assert.Throws<ArgumentException>("exportId", () => { _ = exports.GetExportAsync("%2e"); });
        Assert.Throws<ArgumentOutOfRangeException>(
            "query.Limit", () => { _ = test.Client.AsyncActions.ListAsyncActionsAsync(new() { Limit = 101 }); });
        Assert.Throws<ArgumentException>("memberId", () => { _ = test.Client.V1.Members.ListMemberActivityAsync("."); });
        Assert.Equal(0, test.Attempts);
    }
}
