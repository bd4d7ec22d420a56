using System.Net;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>How long a client remembers what it has applied, and what it knows of calls outside the queue.</summary>
public sealed class RememberedAdjustmentTests
{
    private const string Empty = """{"object":"list","data":[],"has_more":false}""";

    /// <summary>The window after a response, and the margin of the clocks.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(250);

    [Fact]
    public async Task A_plain_call_forgets_what_need_not_be_remembered()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("order-1"));
        rig.Clock.Advance(Memory + TimeSpan.FromSeconds(1));

        await rig.Run(rig.AdjustAsync("order-2"));

        Assert.Equal(1, Count(rig.Client));
    }

    [Fact]
    public async Task A_call_that_credits_once_looks_again_for_what_is_no_longer_remembered()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.OnceAsync("order-1"));
        rig.Clock.Advance(Memory + TimeSpan.FromSeconds(1));

        Assert.True((await rig.Run(rig.OnceAsync("order-1"))).Recovered);

        Assert.Equal((1, 2), (rig.Posts, rig.Lookups));
    }

    [Fact]
    public async Task An_adjustment_is_remembered_when_an_older_one_is_forgotten()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.OnceAsync("order-1"));
        rig.Clock.Advance(Memory - TimeSpan.FromSeconds(1));
        await rig.Run(rig.OnceAsync("order-2"));
        rig.Clock.Advance(TimeSpan.FromSeconds(2));
        await rig.Run(rig.OnceAsync("order-3"));
        Assert.Equal(2, Count(rig.Client));
        var lookups = rig.Lookups;

        await rig.Run(rig.OnceAsync("order-2"));

        Assert.Equal(lookups, rig.Lookups);
    }

    [Fact]
    public async Task A_call_that_credits_once_waits_for_all_calls_outside_the_queue()
    {
        using var test = new ScriptedClient(Steps.ByMethod([Steps.Ok(Steps.BalanceJson)], [Steps.Ok(Empty)]));
        var (refusing, allowing) = (new TaskCompletionSource<bool>(), new TaskCompletionSource<bool>());
        var first = Outside(test, refusing.Task);
        var second = Outside(test, allowing.Task);
        var once = test.Client.V1.Members.AdjustBalanceOnceAsync("CARD", Adjustment());

        refusing.SetResult(false);
        await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => first);
        Assert.False(once.IsCompleted);
        Assert.Equal(0, test.Attempts);

        allowing.SetResult(true);
        await second;
        await test.Clock.RunToEnd(once);
        Assert.Equal(HttpMethod.Post, Assert.Single(test.Handler.Requests).Method);

        test.Clock.Advance(Memory + TimeSpan.FromSeconds(1));
        await test.Clock.RunToEnd(test.Client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 100, SourceId = "order-2" }));
        Assert.Equal(1, Count(test.Client));
    }

    [Fact]
    public async Task A_call_outside_the_queue_is_known_as_long_as_it_runs()
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));
        await test.AdjustAsync();
        var allowed = new TaskCompletionSource<bool>();
        var outside = Outside(test, allowed.Task);
        test.Clock.Advance(Memory + TimeSpan.FromSeconds(1));

        await test.Clock.RunToEnd(test.Client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 100, SourceId = "order-2" }));

        Assert.Equal(2, Count(test.Client));
        allowed.SetResult(false);
        await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => outside);
    }

    [Fact]
    public async Task A_refusal_of_one_call_outside_the_queue_does_not_end_the_wait_for_another_one()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.Respond(HttpStatusCode.BadRequest, """{"code":400,"key":"invalid_payload"}"""), Steps.Ok(Steps.BalanceJson)],
            [Steps.Ok(Empty)]));
        var (one, other) = (new TaskCompletionSource<bool>(), new TaskCompletionSource<bool>());
        var refused = Outside(test, one.Task);
        var applied = Outside(test, other.Task);
        var once = test.Client.V1.Members.AdjustBalanceOnceAsync("CARD", Adjustment());

        one.SetResult(true);
        await Assert.ThrowsAsync<LoyaltyApiException>(() => refused);
        Assert.False(once.IsCompleted);

        other.SetResult(true);
        await applied;
        Assert.Equal(100, (await test.Clock.RunToEnd(once)).Points);
    }

    [Fact]
    public async Task Of_two_adjustments_with_one_id_the_first_applied_one_is_remembered()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"points":200,"balance":1200}"""), Steps.Ok("""{"points":100,"balance":1300}"""));
        var (first, second) = (new TaskCompletionSource<bool>(), new TaskCompletionSource<bool>());
        var late = Outside(test, first.Task);
        var early = Outside(test, second.Task, points: 200);
        second.SetResult(true);
        await early;
        first.SetResult(true);
        await late;

        var result = await test.Client.V1.Members.AdjustBalanceOnceAsync("CARD", Adjustment(points: 200));

        Assert.Equal(1200, result.Balance);
        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(
            () => test.Client.V1.Members.AdjustBalanceOnceAsync("CARD", Adjustment()));
        Assert.Equal(2, test.Attempts);
    }

    private static int Count(LoyaltyClient client) => client.Parts.Context.Reconciliation.Adjustments.Count;

    private static AdjustBalanceRequest Adjustment(long points = 100) => new() { Points = points, SourceId = "order-1" };

    private static Task<BalanceResult> Outside(ScriptedClient test, Task<bool> allowed, long points = 100) =>
        test.Client.V1.Members.ResumeAdjustmentAsync(
            "CARD",
            Adjustment(points),
            new ResumeOptions { Prior = PriorAttempt.None, OutsideQueue = true, SendGuard = _ => new ValueTask<bool>(allowed) });
}
