using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Tests.Ordering;

public sealed class CardSequencerTests : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private readonly SteppingClock _clock = new();
    private readonly CardSequencer _sequencer;

    public CardSequencerTests()
    {
        // Waits complete inline only without a synchronisation context: see TestClientBuilder.
        SynchronizationContext.SetSynchronizationContext(null);
        _sequencer = new CardSequencer(
            new OrderingOptions { SettleDelay = TimeSpan.FromSeconds(2) }, new ClientClock(_clock, inline: true));
    }

    public void Dispose() => _sequencer.Dispose();

    [Fact]
    public async Task Calls_without_a_source_id_keep_their_order()
    {
        var first = await Enter();
        var second = Enter();
        var third = Enter();

        _sequencer.Leave(first, CardOutcome.Settled);
        Assert.True(second.IsCompletedSuccessfully);
        Assert.False(third.IsCompleted);

        _sequencer.Leave(await second, CardOutcome.Settled);
        Assert.True(third.IsCompletedSuccessfully);
        await third;
    }

    [Fact]
    public async Task A_waiter_that_leaves_the_middle_of_a_queue_does_not_delay_the_others()
    {
        using var cancellation = new CancellationTokenSource();
        var first = await Enter();
        var leaving = Enter(cancellationToken: cancellation.Token);
        var last = Enter();

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        _sequencer.Leave(first, CardOutcome.Settled);

        Assert.True(last.IsCompletedSuccessfully);
        await last;
    }

    [Fact]
    public async Task A_waiter_that_leaves_the_head_of_a_queue_lets_the_next_one_proceed()
    {
        using var cancellation = new CancellationTokenSource();
        _sequencer.Leave(await Enter("CARD"), CardOutcome.Settled);
        var other = await Enter("OTHER");
        var leaving = EnterAll(["CARD", "OTHER"], cancellation.Token);
        var last = Enter("CARD");
        Assert.False(last.IsCompleted);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        Assert.True(last.IsCompletedSuccessfully);
        _sequencer.Leave(await last, CardOutcome.Settled);
        _sequencer.Leave(other, CardOutcome.Settled);
        Assert.Equal(0, _sequencer.Count);
    }

    [Fact]
    public async Task A_ticket_records_how_long_its_call_waited()
    {
        _sequencer.Leave(await Enter(), CardOutcome.Answered);
        var waiting = Enter();

        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(2), (await waiting).Waited);
    }

    [Fact]
    public async Task A_call_for_several_cards_waits_until_all_are_free()
    {
        _sequencer.Leave(await Enter("OTHER"), CardOutcome.Answered);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _sequencer.Leave(await Enter("CARD"), CardOutcome.Answered);
        var both = EnterAll(["CARD", "OTHER"]);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(both.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(both.IsCompletedSuccessfully);
        await both;
    }

    [Fact]
    public async Task A_closed_card_opens_only_for_the_resume_of_its_call()
    {
        await Close("order-1");

        var other = Enter(sourceId: "order-2", resumes: true);
        Assert.False(other.IsCompleted);

        var resume = Enter(sourceId: "order-1", resumes: true);
        Assert.True(resume.IsCompletedSuccessfully);
        Assert.False(other.IsCompleted);
    }

    [Fact]
    public async Task A_resume_of_an_unknown_id_waits_like_any_other_call()
    {
        var first = await Enter(sourceId: "order-1");

        var resume = Enter(sourceId: "order-2", resumes: true);

        Assert.False(resume.IsCompleted);
        _sequencer.Leave(first, CardOutcome.Settled);
        await resume;
    }

    [Fact]
    public async Task A_late_resume_goes_before_the_waiting_calls_and_after_the_running_one()
    {
        await Close("order-1");
        var second = Enter(sourceId: "order-2");
        var waiting = Enter(sourceId: "order-3");
        _clock.Advance(Window);
        var running = await second;

        var resume = Enter(sourceId: "order-1", resumes: true);
        Assert.False(resume.IsCompleted);

        _sequencer.Leave(running, CardOutcome.Settled);
        Assert.True(resume.IsCompletedSuccessfully);
        Assert.False(waiting.IsCompleted);
        await resume;
    }

    [Fact]
    public async Task The_source_id_of_an_unknown_outcome_is_refused_until_its_window_has_passed()
    {
        await Close("order-1");

        _clock.Advance(Window - TimeSpan.FromMilliseconds(1));
        var error = await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => Enter(sourceId: "order-1"));
        Assert.Equal(
            "The outcome of an earlier call with source_id 'order-1' is unknown: resume it instead of sending a new one.", error.Message);
        Assert.Equal("CARD", error.MemberId);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await Enter(sourceId: "order-1");
    }

    [Fact]
    public async Task A_new_call_with_the_source_id_of_a_settled_one_queues_behind_the_waiting_calls()
    {
        await Close("order-1");
        var second = Enter(sourceId: "order-2");
        var third = Enter(sourceId: "order-3");
        _clock.Advance(Window);

        var again = Enter(sourceId: "order-1");
        _sequencer.Leave(await second, CardOutcome.Settled);

        Assert.True(third.IsCompletedSuccessfully);
        Assert.False(again.IsCompleted);
        await third;
    }

    [Fact]
    public async Task The_source_id_of_a_call_that_waits_or_runs_is_refused()
    {
        await Enter(sourceId: "order-1");
        var waiting = Enter(sourceId: "order-2");

        foreach (var sourceId in new[] { "order-1", "order-2" })
        {
            var error = await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => Enter(sourceId: sourceId));
            Assert.Equal(
                $"A call with source_id '{sourceId}' is already running for this card: each write needs its own id.", error.Message);
        }

        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task A_resolved_call_opens_its_card_for_the_waiting_calls()
    {
        await Close("order-1");
        var waiting = Enter(sourceId: "order-2");

        _sequencer.Resolve(["CARD", "ELSEWHERE"], "order-1");

        Assert.True(waiting.IsCompletedSuccessfully);
        await waiting;
    }

    [Fact]
    public async Task A_resolved_card_without_waiting_calls_is_forgotten()
    {
        await Close("order-1");

        _sequencer.Resolve(["CARD"], "order-1");

        Assert.Equal(0, _sequencer.Count);
    }

    [Theory]
    [InlineData("order-2")]
    [InlineData(null)]
    public async Task Resolving_another_call_opens_no_card(string? resolved)
    {
        await Close("order-1");

        _sequencer.Resolve(["CARD"], resolved);

        Assert.False(Enter(sourceId: "order-3").IsCompleted);
    }

    [Fact]
    public async Task Each_idle_card_is_forgotten_at_its_own_time()
    {
        _sequencer.Leave(await Enter("CARD"), CardOutcome.Answered);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _sequencer.Leave(await Enter("OTHER"), CardOutcome.Answered);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, _sequencer.Count);
        Assert.Equal(1, _clock.ActiveTimers);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, _sequencer.Count);
        Assert.Equal(0, _clock.ActiveTimers);
    }

    [Fact]
    public async Task A_card_that_is_used_again_is_not_forgotten_at_the_earlier_time()
    {
        _sequencer.Leave(await Enter(), CardOutcome.Answered);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var waiting = Enter();
        _clock.Advance(TimeSpan.FromSeconds(1));
        _sequencer.Leave(await waiting, CardOutcome.Answered);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, _sequencer.Count);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, _sequencer.Count);
    }

    [Fact]
    public async Task A_disposed_sequencer_has_no_waiting_calls_and_no_timers()
    {
        _sequencer.Leave(await Enter("OTHER"), CardOutcome.Answered);
        await Enter();
        var second = Enter();
        var third = Enter();

        _sequencer.Dispose();

        Assert.All([second, third], static wait => Assert.True(wait.IsCompleted));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => second);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => third);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Enter("NEW"));
        Assert.Equal(0, _clock.ActiveTimers);
    }

    [Fact]
    public async Task A_resumed_transfer_and_a_waiting_one_never_wait_for_each_other()
    {
        // The transfer closes both cards. When its window is over, one card is opened by another call; on the other one, a call is running.
        await Close("transfer", "X", "Y");
        var running = Enter("X");
        _clock.Advance(Window);
        var x = await running;
        _sequencer.Leave(await Enter("Y"), CardOutcome.Settled);
        var waiting = EnterAll(["X", "Y"]);

        var resume = EnterAll(["X", "Y"], sourceId: "transfer", resumes: true);
        _sequencer.Leave(x, CardOutcome.Settled);

        _sequencer.Leave(await resume.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), CardOutcome.Settled);
        await waiting.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private async Task<CardTicket> Enter(
        string card = "CARD", string? sourceId = null, bool resumes = false, CancellationToken cancellationToken = default) =>
        await EnterAll([card], cancellationToken, sourceId, resumes);

    private async Task<CardTicket> EnterAll(
        string[] cards, CancellationToken cancellationToken = default, string? sourceId = null, bool resumes = false)
    {
        var ticket = new CardTicket(cards, sourceId, resumes);
        _sequencer.Enter(ticket);
        try
        {
            await _sequencer.WaitForTurnAsync(ticket, cancellationToken);
            return ticket;
        }
        catch (Exception)
        {
            _sequencer.Withdraw(ticket);
            throw;
        }
    }

    /// <summary>Leaves the card as a call with an unknown outcome does.</summary>
    private Task Close(string sourceId) => Close(sourceId, "CARD");

    /// <summary>Leaves the cards as a call with an unknown outcome does.</summary>
    private async Task Close(string sourceId, params string[] cards)
    {
        var turn = await EnterAll(cards, sourceId: sourceId);
        var now = _clock.GetTimestamp();
        _sequencer.Leave(turn, new CardOutcome(CardOutcomeKind.Unknown, new SentRecord(now, now, Window)));
    }
}
