using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Calls;

/// <summary>The members that say whether a write was applied are read strictly.</summary>
public sealed class DecisiveMemberTests
{
    [Theory]
    [InlineData("""{"points":100,"balance":[]}""")]
    [InlineData("""{"points":[],"balance":100}""")]
    public async Task The_points_and_the_balance_of_an_activation_are_read_strictly(string body)
    {
        using var test = new ScriptedClient(Steps.Ok(body));

        await AssertUndecided(test.Clock.RunToEnd(test.Client.V1.PendingPoints.ActivatePendingPointsAsync("CARD", "lopp_1")));
    }

    [Theory]
    [InlineData("""{"id":[],"code":"CARD"}""")]
    [InlineData("""{"id":"v_1","code":[]}""")]
    public async Task The_id_and_the_code_of_a_new_member_are_read_strictly(string body)
    {
        using var test = new ScriptedClient(Steps.Ok(body));

        await AssertUndecided(test.Clock.RunToEnd(test.Client.V1.Members.AddMemberAsync("camp_1", new() { Customer = "c" })));
    }

    [Fact]
    public async Task A_member_that_decides_a_write_can_be_missing_in_the_response_to_a_read()
    {
        using var test = new ScriptedClient(Steps.Ok("""{"id":{},"code":"CARD"}"""));

        var member = await test.GetAsync();

        Assert.Equal("CARD", member.Code.Value);
        Assert.Equal(["id"], UnreadableMembers.Of(member)?.Paths);
    }

    private static async Task AssertUndecided(Task call)
    {
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => call);

        Assert.Equal("A member that decides the outcome cannot be read.", error.InnerException?.InnerException?.Message);
    }
}
