using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Reconciliation.V2;

/// <summary>The call of version 2 that credits once.</summary>
public sealed class CardOnceTests
{
    [Fact]
    public async Task Two_calls_one_after_the_other_count_once_and_the_second_costs_nothing()
    {
        using var rig = new CardRig();

        var first = await rig.Run(rig.OnceAsync("order-1"));
        var reads = rig.Reads;
        var second = await rig.Run(rig.OnceAsync("order-1"));

        Assert.Equal(first.Transaction!.Id, second.Transaction!.Id);
        Assert.NotSame(first, second);
        Assert.Equal(["Gift [#order-1]:100"], rig.Effects);
        Assert.Equal((1, reads), (rig.Posts, rig.Reads));
    }

    [Fact]
    public async Task Two_calls_at_the_same_time_count_once()
    {
        using var rig = new CardRig();

        var results = await rig.Run(Task.WhenAll(rig.OnceAsync("order-1"), rig.OnceAsync("order-1")));

        Assert.Equal(results[0].Transaction!.Id, results[1].Transaction!.Id);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_call_after_a_restart_finds_what_was_applied()
    {
        using var rig = new CardRig();
        await rig.Run(rig.OnceAsync("order-1"));
        rig.Restart();

        var result = await rig.Run(rig.OnceAsync("order-1"));

        Assert.True(result.Recovered);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_call_after_a_restart_waits_for_what_is_pending()
    {
        using var rig = new CardRig(applyLag: TimeSpan.FromSeconds(10));
        await rig.Run(rig.AdjustAsync("order-1", options: new RequestOptions { WaitUntil = WriteCompletion.Accepted }));
        rig.Restart();

        var result = await rig.Run(rig.OnceAsync("order-1"));

        Assert.Equal(CardTransactionStatus.Approved, result.Transaction!.Status);
        Assert.True(result.Recovered);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_call_after_a_restart_throws_what_the_first_one_threw()
    {
        using var rig = new CardRig();
        await Assert.ThrowsAsync<LoyaltyTransactionRejectedException>(() => rig.Run(rig.OnceAsync("order-1", -5000)));
        rig.Restart();

        var error = await Assert.ThrowsAsync<LoyaltyTransactionRejectedException>(() => rig.Run(rig.OnceAsync("order-1", -5000)));

        Assert.Equal("NOT_ENOUGH_BALANCE", error.Reason);
        Assert.Equal(1, rig.Posts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_id_with_other_points_is_a_conflict_and_sends_nothing(bool isRestarted)
    {
        using var rig = new CardRig();
        await rig.Run(rig.OnceAsync("order-1"));
        if (isRestarted)
        {
            rig.Restart();
        }

        var error = await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.Run(rig.OnceAsync("order-1", 200)));

        Assert.Equal("order-1", error.SourceId);
        Assert.Equal(isRestarted, error.ExistingCardTransaction is not null);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task With_a_prior_attempt_a_credit_by_hand_is_doubtful_and_without_one_it_is_not()
    {
        using var rig = new CardRig(applyLag: TimeSpan.Zero);
        await rig.AdjustByHandAsync(100);

        var prior = new AdjustOnceOptions { Prior = PriorAttempt.ElapsedSinceSend(TimeSpan.Zero, TimeSpan.FromMinutes(1)) };
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.OnceAsync("order-1", once: prior)));
        await rig.Run(rig.OnceAsync("order-2"));

        Assert.Equal(2, rig.Posts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_restart_a_send_that_is_reported_is_doubtful_if_the_service_drops_reasons(bool knowsWhen)
    {
        using var rig = new CardRig(service: new SandboxV2Options { ReasonStorage = SandboxReasonStorage.Dropped });
        await rig.Run(rig.OnceAsync("order-1"));
        rig.Restart();
        var prior = knowsWhen ? PriorAttempt.ElapsedSinceSend(TimeSpan.Zero, TimeSpan.FromSeconds(30)) : PriorAttempt.Unknown;

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.OnceAsync("order-1", once: new AdjustOnceOptions { Prior = prior })));

        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_lost_response_is_recovered_for_all_callers()
    {
        using var rig = new CardRig();
        rig.Strike(SandboxFault.LoseResponse);

        var results = await rig.Run(Task.WhenAll(rig.OnceAsync("order-1"), rig.OnceAsync("order-1")));

        Assert.All(results, static result => Assert.Equal(100, result.Points));
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_caller_who_cancels_while_the_transaction_is_pending_leaves_it_to_the_other_one()
    {
        using var rig = new CardRig(applyLag: TimeSpan.FromSeconds(10));
        using var cancellation = new CancellationTokenSource();
        var first = rig.OnceAsync("order-1", cancellationToken: cancellation.Token);
        var second = rig.OnceAsync("order-1");
        rig.Clock.Step();

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => rig.Run(first));
        Assert.True(error.IsRecorded);
        Assert.Equal(100, (await rig.Run(second)).Points);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task AddPoints_and_RemovePoints_count_once()
    {
        using var rig = new CardRig();
        var cards = rig.Client.V2.Cards;

        for (var i = 0; i < 2; i++)
        {
            await rig.Run(cards.AddPointsAsync(rig.Program, rig.Member.Id, rig.Card, 100, "order-1"));
            await rig.Run(cards.RemovePointsAsync(rig.Program, rig.Member.Id, rig.Card, 30, "refund-1"));
        }

        Assert.Equal(["[#order-1]:100", "[#refund-1]:-30"], rig.Effects);
        Assert.Equal(1070, rig.Sandbox.V2.GetCard(rig.Card).Balance);
    }
}
