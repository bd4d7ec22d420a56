using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>A call that sends once leaves everything else to its caller, such as a durable queue.</summary>
public sealed class SendOnceTests
{
    private static readonly ResumeOptions Once = new() { Prior = PriorAttempt.None, OutsideQueue = true, SendOnce = true };

    [Fact]
    public async Task An_unknown_outcome_ends_the_call_at_once_and_nothing_is_looked_up_then_or_later()
    {
        using var rig = new SandboxRig();
        rig.Strike(SandboxFault.LoseResponse);

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.ResumeAsync("order-1", resume: Once)));

        Assert.Equal(TimeSpan.FromSeconds(190), error.WindowLeft);
        rig.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal((1, 0), (rig.Posts, rig.Lookups));
        Assert.Equal(WriteOutcomeKind.Unknown, (await error.WaitForOutcomeAsync()).Kind);
    }

    [Fact]
    public async Task What_the_client_remembers_of_an_earlier_send_does_not_count()
    {
        using var rig = new SandboxRig();
        rig.Strike(SandboxFault.LoseRequest);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.ResumeAsync("order-1", resume: Once)));

        await rig.Run(rig.ResumeAsync("order-1", resume: Once));

        Assert.Equal((2, 0), (rig.Posts, rig.Lookups));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task A_refusal_is_not_repeated(HttpStatusCode status)
    {
        using var test = new ScriptedClient(Steps.Respond(status, """{"code":400,"key":"invalid_payload"}"""));

        await Assert.ThrowsAnyAsync<LoyaltyApiException>(() => test.Clock.RunToEnd(test.Client.V1.Members.ResumeAdjustmentAsync(
            "CARD", new AdjustBalanceRequest { Points = 100, SourceId = "order-1" }, Once)));

        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task It_still_searches_first_if_it_may_have_been_sent()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("order-1"));
        var resume = Once with { Prior = PriorAttempt.MayBeAppliedFor(TimeSpan.Zero) };

        var result = await rig.Run(rig.ResumeAsync("order-1", resume: resume));

        Assert.True(result.Recovered);
        Assert.Equal((1, 1), (rig.Posts, rig.Lookups));
    }

    [Fact]
    public async Task A_recorded_adjustment_of_version_2_is_returned_at_once()
    {
        using var rig = new CardRig(applyLag: TimeSpan.FromMinutes(1));
        var pending = new Loyalties.V2.PendingAdjustment
        {
            ProgramId = rig.Program,
            MemberId = rig.Member.Id,
            CardId = rig.Card,
            Points = 100,
            SourceId = "order-1",
        };

        var result = await rig.Run(rig.ResumeAsync(pending, Once));

        Assert.False(result.Transaction!.HasEnded);
        rig.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal((1, 0), (rig.Posts, rig.Reads));
    }
}
