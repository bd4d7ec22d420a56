using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>A known outcome leaves nothing behind: the card is open, and nothing is remembered of the send.</summary>
public sealed class SettledCardTests
{
    private const string Empty = """{"object":"list","data":[],"has_more":false}""";

    private const string GivenAway =
        """
        {"object":"list","data":[{"id":"vtx_1","source_id":"order-1","type":"POINTS_TRANSFER_OUT",
        "details":{"balance":{"points":70}}}],"has_more":false}
        """;

    private static readonly RequestOptions Patient = new() { Timeout = TimeSpan.FromMinutes(10) };

    [Fact]
    public async Task A_conflict_leaves_the_card_open_and_nothing_remembered()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("order-1"));
        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(
            () => rig.Run(rig.ResumeAsync(
                "order-1", points: 50, PriorAttempt.ElapsedSinceSend(TimeSpan.FromSeconds(120)), TimeSpan.FromMinutes(10))));
        var started = rig.Clock.GetUtcNow();

        await rig.Run(rig.AdjustAsync("order-2"));

        Assert.Equal(started, rig.Clock.GetUtcNow());
        Assert.True(rig.Client.Parts.Context.Reconciliation.Memory.IsEmpty);
    }

    [Fact]
    public async Task A_send_that_ends_in_a_conflict_is_not_remembered()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.LoseConnection()],
            [Steps.Ok(GivenAway.Replace("POINTS_TRANSFER_OUT", "POINTS_ADDITION", StringComparison.Ordinal))]));

        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => test.AdjustAsync(options: Patient));

        Assert.True(test.Client.Parts.Context.Reconciliation.Memory.IsEmpty);
    }

    [Fact]
    public async Task A_rejection_after_a_proven_absence_leaves_the_card_open_and_nothing_remembered()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [
                Steps.LoseConnection(),
                Steps.Respond(HttpStatusCode.BadRequest, """{"code":400,"key":"invalid_payload"}"""),
                Steps.Ok(Steps.BalanceJson),
            ],
            [Steps.Ok(Empty)]));
        await Assert.ThrowsAsync<LoyaltyApiException>(() => test.AdjustAsync(options: Patient));
        var started = test.Clock.GetUtcNow();

        await test.Clock.RunToEnd(test.Client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 100, SourceId = "order-2" }));

        Assert.Equal(started, test.Clock.GetUtcNow());
        Assert.True(test.Client.Parts.Context.Reconciliation.Memory.IsEmpty);
    }

    [Fact]
    public async Task A_lost_request_that_is_sent_again_by_a_resume_is_forgotten()
    {
        using var rig = new SandboxRig();
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", 100, [SandboxFault.LoseRequest])));
        Assert.False(rig.Client.Parts.Context.Reconciliation.Memory.IsEmpty);

        await rig.Run(rig.ResumeAsync("order-1", timeout: TimeSpan.FromMinutes(10)));

        Assert.Equal(["order-1:100"], rig.Effects);
        Assert.True(rig.Client.Parts.Context.Reconciliation.Memory.IsEmpty);
    }

    [Fact]
    public async Task A_cancellation_while_the_response_of_a_found_transfer_is_created_is_a_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(Steps.ByMethod([Steps.LoseConnection()], [Steps.Ok(GivenAway), Steps.Hang()]));
        var call = Transfer(test, cancellation.Token);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => call);
        Assert.Equal("order-1", error.SourceId);
    }

    [Fact]
    public async Task A_token_provider_that_gives_up_while_the_response_of_a_found_transfer_is_created_cancels_nothing()
    {
        var asked = 0;
        using var test = new ScriptedClient(
            client => client.WithCredentials(LoyaltyCredentials.AccessToken(
                (_, _) => ++asked < 3 ? new ValueTask<string>("t") : throw new TaskCanceledException("The vault is locked."))),
            Steps.ByMethod([Steps.LoseConnection()], [Steps.Ok(GivenAway)]));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Clock.RunToEnd(Transfer(test, CancellationToken.None)));

        Assert.Equal("The vault is locked.", error.InnerException?.Message);
    }

    [Fact]
    public async Task A_cancellation_of_a_lookup_before_the_first_send_is_no_unknown_outcome()
    {
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(Steps.Hang());
        var call = test.Client.V1.Members.AdjustBalanceOnceAsync(
            "CARD", new AdjustBalanceRequest { Points = 100, SourceId = "order-1" }, cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        Assert.IsNotType<LoyaltyOperationCanceledException>(await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call));
    }

    private static Task<LoyaltyMember> Transfer(ScriptedClient test, CancellationToken cancellationToken) =>
        test.Client.V1.Members.TransferPointsAsync(
            "CARD",
            "c",
            [new PointsTransferItem { Code = "A", Points = 70, SourceId = "order-1" }],
            cancellationToken: cancellationToken);
}
