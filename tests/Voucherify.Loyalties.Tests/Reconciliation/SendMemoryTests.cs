using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

public sealed class SendMemoryTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(190);

    private readonly FakeTimeProvider _clock = new();
    private readonly SendMemory _memory;

    public SendMemoryTests() => _memory = new SendMemory(_clock, Window, capacity: 2);

    [Fact]
    public void A_send_is_remembered_by_card_and_id_until_it_is_settled()
    {
        Remember("order-1");

        Assert.NotNull(_memory.Find(Write("order-1")));
        Assert.Null(_memory.Find(Write("order-2")));
        Assert.Null(_memory.Find(Write("order-1", card: "OTHER")));

        _memory.Forget(Write("order-1"));
        Assert.Null(_memory.Find(Write("order-1")));
        Assert.Equal(0, _memory.Count);
    }

    [Fact]
    public void A_send_is_remembered_for_a_day()
    {
        Remember("order-1");

        _clock.Advance(TimeSpan.FromHours(24));
        Assert.NotNull(_memory.Find(Write("order-1")));

        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(_memory.Find(Write("order-1")));
        Assert.True(_memory.IsEmpty);
    }

    [Fact]
    public void The_oldest_send_goes_first_and_leaves_its_time_as_the_floor()
    {
        Remember("order-1");
        _clock.Advance(TimeSpan.FromSeconds(1));
        Remember("order-2");
        Remember("order-3");

        Assert.Equal(2, _memory.Count);
        var forgotten = _memory.Find(Write("order-1"));
        Assert.Equal((0, Window), (forgotten!.Last - Start, forgotten.Window));

        // Any other id may have been forgotten too.
        Assert.Equal(forgotten, _memory.Find(Write("order-9")));

        _clock.Advance(Window - TimeSpan.FromSeconds(1));
        Assert.Null(_memory.Find(Write("order-1")));
        Assert.NotNull(_memory.Find(Write("order-3")));
    }

    [Fact]
    public void A_send_that_can_no_longer_be_applied_leaves_no_floor()
    {
        Remember("order-1");
        _clock.Advance(Window);
        Remember("order-2");
        Remember("order-3");

        Assert.Null(_memory.Find(Write("order-1")));
    }

    [Fact]
    public void A_send_that_is_remembered_again_becomes_the_youngest()
    {
        Remember("order-1");
        Remember("order-2");
        Remember("order-1");
        Remember("order-3");

        _clock.Advance(Window);
        Assert.Null(_memory.Find(Write("order-2")));
        Assert.NotNull(_memory.Find(Write("order-1")));
    }

    [Fact]
    public void Of_several_parts_the_one_that_can_be_applied_longest_counts()
    {
        _memory.Remember(Write("order-1"), new SentRecord(Start, Start, TimeSpan.FromSeconds(10)));
        _memory.Remember(Write("order-2"), new SentRecord(Start, Start, Window));

        Assert.Equal(Window, _memory.Find([.. Write("order-1"), .. Write("order-2")])?.Window);
    }

    private long Start { get; } = new FakeTimeProvider().GetTimestamp();

    private void Remember(string sourceId) =>
        _memory.Remember(Write(sourceId), new SentRecord(_clock.GetTimestamp(), _clock.GetTimestamp(), Window));

    private static ExpectedBalanceTransaction[] Write(string sourceId, string card = "CARD") =>
        [new ExpectedBalanceTransaction(card, sourceId, 100, LoyaltyTransactionType.PointsAddition)];
}
