using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Ordering;

/// <summary>How many calls may wait for a card.</summary>
public sealed class QueueLengthTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_call_that_finds_a_full_queue_ends_at_once_and_sends_nothing(int length)
    {
        using var rig = NewRig(length);
        var calls = Enumerable.Range(0, length + 1).Select(i => rig.AdjustAsync($"order-{i}")).ToList();

        var refused = rig.AdjustAsync("refused");

        Assert.True(refused.IsCompleted);
        var error = await Assert.ThrowsAsync<LoyaltyQueueFullException>(() => refused);
        Assert.Equal((SandboxRig.Card, false), (error.MemberId, error.MayHaveBeenApplied));
        Assert.Equal($"{length} calls wait for the card already (Ordering.MaxQueueLength): nothing was sent.", error.Message);
        await rig.Run(Task.WhenAll(calls));
        Assert.Equal(calls.Count, rig.Posts);
    }

    [Fact]
    public async Task A_full_queue_takes_calls_again_when_it_is_shorter_and_other_cards_have_their_own()
    {
        using var rig = NewRig(1);
        var (first, second) = (rig.AdjustAsync("order-1"), rig.AdjustAsync("order-2"));
        var other = rig.AdjustAsync("order-3", card: "OTHER");
        await Assert.ThrowsAsync<LoyaltyQueueFullException>(() => rig.AdjustAsync("order-4"));

        await rig.Run(Task.WhenAll(first, second, other));
        await rig.Run(rig.AdjustAsync("order-4"));

        Assert.Equal(["order-1:100", "order-2:100", "order-4:100"], rig.Effects);
    }

    [Fact]
    public async Task A_call_that_was_refused_leaves_no_trace_of_its_id()
    {
        using var rig = NewRig(0);
        var first = rig.AdjustAsync("order-1");
        await Assert.ThrowsAsync<LoyaltyQueueFullException>(() => rig.AdjustAsync("order-2"));
        await rig.Run(first);
        rig.Clock.Advance(TimeSpan.FromSeconds(2));

        await rig.Run(rig.AdjustAsync("order-2"));

        Assert.Equal(["order-1:100", "order-2:100"], rig.Effects);
    }

    [Fact]
    public async Task A_transfer_that_was_refused_leaves_no_queue_behind()
    {
        using var rig = NewRig(0);
        await rig.Run(rig.AdjustAsync("order-1"));
        var cards = rig.Client.Parts.Sequencer.Count;

        await Assert.ThrowsAsync<LoyaltyQueueFullException>(() => rig.Client.V1.Members.TransferPointsAsync(
            "OTHER", "Coffee Club", [new() { Code = SandboxRig.Card, Points = 10 }]));

        Assert.Equal(cards, rig.Client.Parts.Sequencer.Count);
    }

    [Fact]
    public async Task The_call_that_resumes_the_one_that_holds_up_the_card_is_not_refused()
    {
        using var rig = NewRig(1);
        var lost = rig.AdjustAsync("order-1", faults: [SandboxFault.LoseResponse], timeout: TimeSpan.FromMilliseconds(500));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(lost));
        var waiting = rig.AdjustAsync("order-2");
        await Assert.ThrowsAsync<LoyaltyQueueFullException>(() => rig.AdjustAsync("order-3"));

        var resumed = await rig.Run(rig.ResumeAsync("order-1"));
        await rig.Run(waiting);

        Assert.True(resumed.Recovered);
        Assert.Equal(["order-1:100", "order-2:100"], rig.Effects);
    }

    [Fact]
    public async Task A_call_that_joins_another_one_is_not_refused()
    {
        using var rig = NewRig(0);
        var (first, second) = (rig.OnceAsync("order-1"), rig.OnceAsync("order-1"));

        await rig.Run(Task.WhenAll(first, second));

        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Fact]
    public async Task The_id_of_a_waiting_call_is_free_again_after_it_was_cancelled()
    {
        using var rig = NewRig(null);
        using var cancellation = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 3).Select(i => rig.AdjustAsync($"order-{i}", points: i + 1)).ToList();
        var cancelled = rig.AdjustAsync("order-3", cancellationToken: cancellation.Token);
        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.AdjustAsync("order-3"));

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await rig.Run(Task.WhenAll([.. calls, rig.AdjustAsync("order-3", points: 4)]));

        Assert.Equal(["order-0:1", "order-1:2", "order-2:3", "order-3:4"], rig.Effects);
    }

    private static SandboxRig NewRig(int? maxQueueLength) => new(configure: options =>
    {
        options.Ordering.SettleDelay = TimeSpan.FromSeconds(2);
        options.Ordering.MaxQueueLength = maxQueueLength;
    });
}
